"""Sentences of the program that follow the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.cropping import wrap
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Size


class Words(Widget):
    """What `say` returns, asked again whenever the language changes; never read as markup.

    Lines are broken so that they fit on every terminal, in Hindi as well.
    """

    DEFAULT_CSS = """
    Words { width: 1fr; height: auto; }
    """

    def __init__(self, say: Callable[[], str], *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._say = say
        self._said = say()

    @override
    def render(self) -> Styled:
        return Styled("\n".join(wrap(self._said, self.content_size.width)))

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(wrap(self._said, width))

    def say(self, say: Callable[[], str]) -> None:
        """Say something else from now on."""
        self._say = say
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language spoken now."""
        self._said = self._say()
        self.refresh(layout=True)
