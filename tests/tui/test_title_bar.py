"""The first line: as it is written, however it is written, in one line."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from optilearn_tui.tui.terminal_widths.measuring import cell_len
from optilearn_tui.tui.title_bar import TitleBar
from tests.tui.screen_text import screen_text


class Bar(App[None]):
    """A title bar and nothing else."""

    def __init__(self, place: str, person: str, note: str) -> None:
        super().__init__()
        self._bar = TitleBar(place, person, note)

    def compose(self) -> ComposeResult:
        yield self._bar


async def line_of(place: str, person: str, note: str, width: int = 60) -> str:
    """The first line of the screen."""
    app = Bar(place, person, note)
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.pause()
        return screen_text(app).splitlines()[0]


@pytest.mark.parametrize("name", ["Kabir [KD] Sharma [/]", "[b]Ravi[/b]", "[/x]", "दीया", r"O'Neil \[x]"])
async def test_names_show_as_they_are(name: str) -> None:
    assert f"· {name}" in await line_of("School [1]", name, "")


async def test_the_note_stands_whole_at_the_right_end() -> None:
    line = await line_of("A school with a name that goes on and on", "A parent with a long name", "2 min ago")
    assert line.endswith("2 min ago")
    assert "…" in line
    assert len(line) < 60


@pytest.mark.parametrize("width", [60, 80, 200])
async def test_a_hindi_line_fits_also_where_marks_take_a_cell(width: int) -> None:
    line = await line_of(
        "स्प्रिंगडेल विद्यालय", "सुनीता वर्मा की माता जी और पिता जी", "बुध 15 अप्रैल, दोपहर 12:00", width
    )
    assert cell_len(line) <= width - 1
