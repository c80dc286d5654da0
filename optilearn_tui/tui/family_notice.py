"""What stands in the place of the dashboard while there is no child to show."""

from __future__ import annotations

from collections.abc import Iterator

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.api.children import Child
from optilearn_tui.i18n import tr
from optilearn_tui.tui.columns import Lines, prose
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import quiet, strong
from optilearn_tui.tui.standing import told
from optilearn_tui.tui.styled import Styled

_WIDEST = 64

Family = tuple[Child, ...]


class FamilyNotice(Widget):
    """The list of children is on its way, could not be had, or is really empty."""

    DEFAULT_CSS = """
    FamilyNotice {
        height: 1fr;
        padding: 1 2;
        align: center middle;
        content-align: center middle;
    }
    """

    family: reactive[Feed[Family]] = reactive(Feed())

    @override
    def render(self) -> Styled:
        width = min(_WIDEST, self.content_size.width)
        if self.family.reading is None and self.family.error is None:
            return quiet(tr("Loading your children…"))
        lines = next(told(self.family, width, lambda _: _no_children(width)), [])
        # One width for all lines, so that centring moves them together.
        return Styled("\n").join(line.pad_right(width - line.cell_length) for line in lines)

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()


def _no_children(width: int) -> Iterator[Lines]:
    yield [
        strong(tr("No child is linked to your account yet.")),
        Styled(),
        *prose(
            width,
            tr(
                "The school links children to parents. Ask the school's office to connect your account with "
                "your child; it appears here by itself afterwards, or when you press r."
            ),
        ),
    ]
