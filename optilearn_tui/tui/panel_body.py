"""What a panel shows below its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from typing_extensions import override

from optilearn_tui.tui.drawn_lines import DrawnLines

if TYPE_CHECKING:
    from textual.geometry import Size

    from optilearn_tui.tui.columns import Lines


class PanelBody(DrawnLines):
    """Some lines; it is never lower than the room there is for them.

    So other lines change nobody's place as long as all of them fit.
    """

    DEFAULT_CSS = """
    PanelBody {
        width: 1fr;
        height: auto;
        min-height: 100%;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: Lines = []

    @override
    def lines(self, width: int) -> Lines:
        return self._shown

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._shown)

    def show(self, lines: Lines, room: int) -> None:
        """Show other lines; only those are painted that differ.

        Args:
            lines: from the top.
            room: how many of them can be seen without scrolling.
        """
        before, self._shown = self._shown, lines
        if max(len(before), room) != max(len(lines), room):
            self.refresh(layout=True)
            return
        both = range(max(len(before), len(lines)))
        changed = [Region(0, y, self.size.width, 1) for y in both if before[y : y + 1] != lines[y : y + 1]]
        if changed:
            self.refresh(*changed)
