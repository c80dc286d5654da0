"""The line that says, while marks and fees are hidden, which key shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.mask import is_masked, key_words
from optilearn_tui.tui.paint import warning

if TYPE_CHECKING:
    from optilearn_tui.tui.styled import Styled


class MaskLine(Widget):
    """One line, there only while something is hidden. Put one on every screen that shows marks or fees."""

    DEFAULT_CSS = """
    MaskLine {
        display: none;
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Be there from the beginning where the mask is on already."""
        self.retranslate()

    @override
    def render(self) -> Styled:
        return crop(warning(key_words()), self.content_size.width)

    def retranslate(self) -> None:
        """The language is another, or the mask."""
        self.display = is_masked()
        self.refresh()
