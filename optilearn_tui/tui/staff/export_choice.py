"""How a table is to be written: what goes into the file is said before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.screen import ModalScreen
from typing_extensions import override

from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.staff.sheet import SheetKind
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult


class ExportScreen(LeftOnce["SheetKind | None"], ModalScreen["SheetKind | None"]):
    """A question; dismissed with the kind of file that was chosen, or with None."""

    BINDING_GROUP_TITLE = N_("Export")
    BINDINGS = [
        Binding("escape", "leave", N_("Back")),
        Binding("left,up", "app.focus_previous", N_("Previous"), show=False),
        Binding("right,down", "app.focus_next", N_("Next"), show=False),
    ]
    AUTO_FOCUS = "WordButton"

    DEFAULT_CSS = """
    ExportScreen {
        align: left bottom;
        background: $background 40%;
        &:ansi { background: transparent; }
        #export {
            width: 100%; padding: 1 4;
            background: $surface; border-top: heavy $primary;
        }
        #title { text-style: bold; margin-bottom: 1; }
        HorizontalGroup { margin-top: 1; }
    }
    """

    def __init__(self, rows: int, titles: Sequence[Callable[[], str]]) -> None:
        """Ask about so many rows of columns with these titles."""
        super().__init__()
        self._rows = rows
        self._titles = tuple(titles)

    @override
    def compose(self) -> ComposeResult:
        with VerticalGroup(id="export"):
            yield Words(lambda: tr("Export what is shown"), id="title")
            yield Words(self._contents)
            with HorizontalGroup():
                yield WordButton(N_("CSV, for spreadsheets"), f"screen.choose('{SheetKind.CSV}')", main=True)
                yield WordButton(N_("JSON, for programs"), f"screen.choose('{SheetKind.JSON}')")
                yield WordButton(N_("Cancel"), "screen.leave")
        yield KeyHints()

    def _contents(self) -> str:
        rows = ntr("{n} row", "{n} rows", self._rows)
        return f"{rows}: {', '.join(title() for title in self._titles)}"

    def action_choose(self, kind: str) -> None:
        """Write a file of this kind."""
        self.dismiss(SheetKind(kind))

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)
