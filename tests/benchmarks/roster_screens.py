"""One roster in two tables, ours and the toolkit's, and a screen with neither: what `roster_table` measures.

    python -m tests.benchmarks.roster_screens virtual|plain|bare ROWS

F2 shows the rows, a line above the table narrows them. Below it the number of each step is told once the step
is on the screen.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Input, Static

from optilearn_tui.tui.table_columns import Column
from optilearn_tui.tui.virtual_table import VirtualTable

_FIRST = ("Aarav", "Diya", "Kabir", "Ananya", "Ishaan", "Zoya", "Vivaan", "Meher", "दीया", "आरव")
_LAST = ("Sharma", "Verma", "D'Souza", "Iyer", "Khan", "Patel", "Das", "Singh", "शर्मा", "नायर")
_VILLAGES = ("Rampur", "Sitapur", "Nandgaon", "Belur", "Panjim", "Kochi", "Leh")
_TITLES = ("Roll", "Name", "Code", "Class", "Village", "Phone", "Score", "Last seen")


@dataclass(frozen=True, slots=True)
class Student:
    """One row of eight cells."""

    cells: tuple[str, ...]


def students(count: int) -> list[Student]:
    """A roster of so many students, the same at each call."""
    return [
        Student(
            (
                str(number + 1),
                f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]}",
                f"RPS-{number:05d}",
                f"{number % 12 + 1}-{'ABCDE'[number % 5]}",
                _VILLAGES[number % 7],
                f"98{number * 7919 % 10**8:08d}",
                f"{number * 37 % 101}%",
                f"{number % 28 + 1} Apr",
            )
        )
        for number in range(count)
    ]


def cell(number: int) -> Callable[[Student], str]:
    """What stands in the column of that number."""
    return lambda student: student.cells[number]


def title(number: int) -> Callable[[], str]:
    """What the column of that number is called."""
    return lambda: _TITLES[number]


def text_of(student: Student) -> str:
    """What a student is searched by."""
    return " ".join(student.cells)


class Line(Input):
    """A line that narrows by the key itself: by a message about it, the rows would come a frame later."""

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__()
        self._typed = typed
        self.cursor_blink = False  # a screen that blinks is never quiet

    def watch_value(self, value: str) -> None:
        """Tell at once what was typed."""
        self._typed(value)


class Roster(App[None]):
    """A line to type in, a table, and the number of the step that is on the screen."""

    CSS = "#table { height: 1fr; } #step { height: 1; }"
    BINDINGS = [("f2", "fill", "Fill"), ("ctrl+q", "quit", "Quit")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.students = students(count)
        self.step = 0

    def compose(self) -> ComposeResult:
        """The line, what the subclass shows, and the step."""
        yield Line(self.typed)
        yield from self.compose_table()
        yield Static("ready", id="step")

    def compose_table(self) -> ComposeResult:
        """Nothing: the bare screen."""
        yield Static(id="table")

    def fill(self) -> None:
        """Show every row."""

    def narrow(self, text: str) -> None:
        """Show the rows that have `text` somewhere."""

    def action_fill(self) -> None:
        """Show every row, and tell when it is done."""
        self.step += 1
        self.fill()
        self.show_step()

    def typed(self, text: str) -> None:
        """Narrow the rows, and tell when it is done."""
        self.step += 1
        self.narrow(text)
        self.show_step()

    def show_step(self) -> None:
        """Write the step on the screen, not before the rows."""
        self.query_one("#step", Static).update(f"step={self.step};", layout=False)


class OurRoster(Roster):
    """The roster in `VirtualTable`. The step stands in the heading, which is drawn together with the rows."""

    def compose_table(self) -> ComposeResult:
        """Ours."""
        columns = [
            Column(name, title(number), cell(number), least=6, share=1) for number, name in enumerate(_TITLES)
        ]
        columns[-1] = Column("step", lambda: f"step={self.step};", cell(len(_TITLES) - 1), least=9)
        yield VirtualTable[Student](
            columns,
            key=lambda student: student.cells[0],
            search=text_of,
            empty=lambda: "",
            no_match=lambda: "",
            id="table",
        )

    def show_step(self) -> None:
        """The heading tells it."""

    def fill(self) -> None:
        """Show every row."""
        self.query_one(VirtualTable).show(self.students)

    def narrow(self, text: str) -> None:
        """Show the rows that have `text` somewhere."""
        self.query_one(VirtualTable).filter_text = text


class PlainRoster(Roster):
    """The roster in Textual's `DataTable`, narrowed in the plain way: emptied and filled again."""

    def compose_table(self) -> ComposeResult:
        """The toolkit's."""
        yield DataTable[str](id="table", cursor_type="row")

    def on_mount(self) -> None:
        """Its columns."""
        self.query_one(DataTable).add_columns(*_TITLES)
        self.texts = [text_of(student).casefold() for student in self.students]

    def show_step(self) -> None:
        """Write the step on the screen once the rows are: this table lays itself out a moment later."""
        self.call_after_refresh(super().show_step)

    def fill(self) -> None:
        """Show every row."""
        self.narrow("")

    def narrow(self, text: str) -> None:
        """Show the rows that have `text` somewhere."""
        table, wanted = self.query_one(DataTable), text.casefold()
        table.clear()
        table.add_rows(
            student.cells
            for student, searched in zip(self.students, self.texts, strict=True)
            if wanted in searched
        )


if __name__ == "__main__":
    kind, count = sys.argv[1], int(sys.argv[2])
    {"virtual": OurRoster, "plain": PlainRoster, "bare": Roster}[kind](count).run()
