"""Whatever a terminal draws, and whatever is thought of it: every border stands in its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pytest
from rich.cells import get_character_cell_size
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import DataTable, Static

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.letters import WORD, shown
from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from optilearn_tui.tui.terminal_widths.measuring import cells_of, measure_as_rich_does
from optilearn_tui.tui.terminal_widths.probe import Answer
from tests.tui.terminal_widths.emulator import GLIBC, NONE, TMUX, TWO, WHOLE, Emulator, Family
from tests.tui.terminal_widths.recorder import Recorder
from tests.tui.terminal_widths.school_screen import COLUMNS, ROWS, Question, SchoolScreen
from tests.tui.terminal_widths.words import ELSEWHERE, WORDS

if TYPE_CHECKING:
    from textual import events
    from textual.app import App

FAMILIES = (GLIBC, TMUX, NONE, WHOLE, TWO)
DRAWINGS = {
    "usual": USUAL,
    "none": Drawing(mark=0),
    "whole": Drawing(mark=0, letter=1),
    "two": Drawing(letter=2),
}
ENGLISH = tuple(f"Grade{number} · café ✓" for number in range(36))
_ANYTHING = ""


class LinedUpSchool(LinesUp, SchoolScreen):
    """The same screen, kept in its columns."""


def expected_cells(app: App[None]) -> list[list[str]]:
    """Every cell as Textual means it to be; words of Indian scripts may look like anything."""
    return [_cells(strip.text) for strip in app.screen._compositor.render_strips()]


def _cells(text: str) -> list[str]:
    cells: list[str] = []
    end = 0
    for word in WORD.finditer(text):
        cells += _plain_cells(text[end : word.start()]) + [_ANYTHING] * cells_of(word[0])
        end = word.end()
    return cells + _plain_cells(text[end:])


def _plain_cells(text: str) -> list[str]:
    return [each for character in text for each in [character, "", ""][: get_character_cell_size(character)]]


def rows_off(app: App[None], *all_seen: Emulator) -> list[str]:
    """The rows on which any cell, words of Indian scripts apart, is not what Textual means it to be."""
    expected = expected_cells(app)
    return [
        seen.line(row)
        for seen in all_seen
        for row, cells in enumerate(expected)
        if any(
            found != wanted if wanted else WORD.sub("", found).strip()
            for found, wanted in zip(seen.cells[row], cells, strict=True)
        )
    ]


class Watch:
    """Terminals of several families that all show what one app writes."""

    def __init__(self, app: App[None], families: Iterable[Family]) -> None:
        self.app = app
        self.terminals = [Emulator(family, COLUMNS, ROWS) for family in families]
        self.off: list[str] = []
        """Every row that was off at any moment looked at."""
        self.seen: list[list[list[str]]] = []
        """Every screen looked at."""
        self._read = 0

    def look(self) -> None:
        """Let the terminals draw what was written since, and look for rows that are off."""
        driver = self.app._driver
        assert isinstance(driver, Recorder)
        written = "".join(driver.written[self._read :])
        self._read = len(driver.written)
        for terminal in self.terminals:
            terminal.feed(written)
            self.seen.append([cells.copy() for cells in terminal.cells])
        self.off += rows_off(self.app, *self.terminals)


async def live(app: SchoolScreen, families: Iterable[Family], words: Sequence[str]) -> Watch:
    """Let the screen change in parts: scroll, move, write longer and shorter words, cover some of them."""
    app.words = words
    watch = Watch(app, families)
    for terminal in watch.terminals:
        terminal.feed("\x1b[?1049h\x1b[?7l")
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:

        async def look() -> None:
            await pilot.pause()
            watch.look()

        await look()
        app.query_one("#panel").scroll_to(y=3, animate=False)
        await look()
        await pilot.press("down", "down", "right")
        app.query_one(DataTable).scroll_to(x=1, y=2, animate=False)
        await look()
        app.query_one("#panel").scroll_to(y=0, animate=False)
        await look()
        for word in (words[-1], words[3], words[0][:2]):
            app.query_one("#tight", Static).update(Content(word))
            await look()
        app.push_screen(Question())
        await look()
        app.screen.query_one("#box").styles.offset = Offset(2, 1)
        await look()
        app.pop_screen()
        await look()
    return watch


def lined_up_school(drawing: Drawing) -> LinedUpSchool:
    """An app that takes its terminal to draw like `drawing`."""
    app = LinedUpSchool(Recorder)
    app.line_up(Answer(drawing))
    return app


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
@pytest.mark.parametrize("words", [WORDS, ELSEWHERE], ids=["hindi", "elsewhere"])
async def test_no_row_is_off_in_any_terminal_even_in_one_misunderstood(
    words: Sequence[str], drawing: Drawing
) -> None:
    watch = await live(lined_up_school(drawing), FAMILIES, words)

    assert watch.off == []


async def test_without_it_most_rows_are_off() -> None:
    measure_as_rich_does()
    app = SchoolScreen(Recorder)
    app.words = WORDS
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        watch = Watch(app, [GLIBC])
        watch.look()

    assert len(watch.off) > ROWS / 2


async def test_a_terminal_understood_shows_every_word_whole_and_leaves_no_gap() -> None:
    for drawing, family in zip(DRAWINGS.values(), (TMUX, NONE, WHOLE, TWO), strict=True):
        app = lined_up_school(drawing)
        app.words = WORDS
        async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
            await pilot.pause()
            watch = Watch(app, [family])
            watch.look()

        seen = "\n".join(watch.terminals[0].line(row) for row in range(ROWS))
        for word in WORDS:
            assert f" {shown(word)} │" in seen, drawing


async def test_english_screens_are_the_same_cell_by_cell_with_and_without_it() -> None:
    with_it = await live(lined_up_school(USUAL), [GLIBC], ENGLISH)
    measure_as_rich_does()
    without = await live(SchoolScreen(Recorder), [GLIBC], ENGLISH)

    assert with_it.seen == without.seen
    assert with_it.off == []


async def test_keys_typed_while_the_terminal_was_asked_come_first() -> None:
    class Listener(LinesUp):
        def on_mount(self) -> None:
            self.pressed: list[str] = []

        def on_key(self, event: events.Key) -> None:
            self.pressed.append(event.key)

    app = Listener()
    app.line_up(Answer(keys="l\x1b[A\x1b"))
    async with app.run_test() as pilot:
        await pilot.press("q")

        assert app.pressed == ["l", "up", "escape", "q"]
