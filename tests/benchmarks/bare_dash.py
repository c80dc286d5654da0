"""The least a Textual dashboard can be: header, tabs, a table of 100 rows, footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header, Label, TabbedContent, TabPane

_COLUMNS = ("Code", "Name", "Class", "Village", "Phone", "Score", "Last seen", "Status")


class BareDash(App[None]):
    """Nothing of the product: only what the toolkit itself costs."""

    CSS = "TabbedContent, TabPane, DataTable { height: 1fr; } TabPane { padding: 0; }"
    BINDINGS = [("q", "quit", "Quit"), ("f", "find", "Find"), ("r", "refresh", "Refresh")]

    def compose(self) -> ComposeResult:
        """Header, two tabs, footer."""
        yield Header()
        with TabbedContent():
            with TabPane("Students"):
                yield DataTable(cursor_type="row")
            with TabPane("Classes"):
                yield Label("Nothing here")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns(*_COLUMNS)
        for row in range(100):
            name, score = f"Student {row}", f"{row * 7 % 100}%"
            table.add_row(
                f"{row:05d}", name, f"{row % 12 + 1}-A", "Rampur", f"98{row:08d}", score, "today", "ok"
            )
        table.focus()


if __name__ == "__main__":
    BareDash().run()
