"""A screen as full of words as a school's: a header, a bordered panel, and a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import DataTable, Static
from typing_extensions import override

COLUMNS, ROWS = 100, 44


class Question(ModalScreen[None]):
    """Something that lies across the words below it."""

    CSS = "Question { align: center middle; } #box { width: 31; height: 7; border: heavy white; }"

    @override
    def compose(self) -> ComposeResult:
        yield Static(Content("Sign out?"), id="box")


class SchoolScreen(App[None]):
    """Each word stands with a border close to its right, and once more in a column of a table."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #header { dock: top; background: blue; height: 1; }
    #panel { width: 40; border: round white; scrollbar-size: 0 0; }
    #tight { width: auto; border: solid white; }
    DataTable { width: 1fr; border: heavy white; }
    """
    words: Sequence[str] = ()

    @override
    def compose(self) -> ComposeResult:
        header = Content(f"OptiLearn · {' '.join(self.words[:6])} · ")
        yield Static(header + Content("12:00").stylize("bold"), id="header")
        with Horizontal():
            with VerticalScroll(id="panel"):
                yield Static(Content(self.words[0]), id="tight")
                for number, word in enumerate(self.words):
                    yield Static(
                        Content(f"{number:2} ").append(Content(word).stylize("bold")) + Content(" │ 84%")
                    )
            yield DataTable()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("Child", "Course", "Grade")
        for first, second in zip(self.words, reversed(self.words), strict=True):
            table.add_row(Text(first), Text(f"{second} {first}"), Text("42/50"))
