"""A notice over other words: it keeps its letters, and so does what is seen beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from textual._compositor import Compositor
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui.terminal_widths.drawing import USUAL
from optilearn_tui.tui.terminal_widths.letters import shown
from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from optilearn_tui.tui.terminal_widths.probe import Answer
from tests.tui.screen_text import screen_text
from tests.tui.terminal_widths.emulator import TMUX, Emulator
from tests.tui.terminal_widths.recorder import Recorder
from tests.tui.terminal_widths.test_lines_up import DRAWINGS, FAMILIES, rows_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App, ComposeResult

    from optilearn_tui.tui.terminal_widths.drawing import Drawing

COLUMNS, ROWS = 60, 5
NOTICE = "जो दिख रहा है उसे फिर से मँगाया जा रहा है।"
BELOW = ("की", "शा", "पौधे", "ab", "दीया", "ख़ुशी", "42", "शर्मा", "ज़िले", "xyz")


class Notice(LinesUp):
    """Narrow boxes side by side, and a notice over them that leaves some of each side to be seen."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { layers: below above; }
    Horizontal { layer: below; height: 3; }
    Horizontal Static { width: 6; border-right: solid white; }
    #notice { layer: above; width: 46; height: 2; offset: 7 1; }
    """

    def __init__(self, words: str = NOTICE, below: Sequence[str] = BELOW, drawing: Drawing = USUAL) -> None:
        super().__init__(Recorder)
        self.line_up(Answer(drawing))
        self._words = words
        self._below = below

    @override
    def compose(self) -> ComposeResult:
        with Horizontal():
            for below in self._below:
                yield Static(Content("\n".join([below] * 3)))
        yield Static(Content(self._words), id="notice")


class Terminals:
    """What terminals of all families show of what an app writes."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._read = 0
        self.all = {family: Emulator(family, COLUMNS, ROWS) for family in FAMILIES}
        for terminal in self.all.values():
            terminal.feed("\x1b[?1049h\x1b[?7l")

    def off(self) -> list[str]:
        """Let them draw what was written since; the rows that are off."""
        driver = self._app._driver
        assert isinstance(driver, Recorder)
        written = "".join(driver.written[self._read :])
        self._read = len(driver.written)
        for terminal in self.all.values():
            terminal.feed(written)
        return rows_off(self._app, *self.all.values())


@pytest.mark.parametrize("column", range(5, 13))
async def test_what_lies_on_top_keeps_its_letters_whatever_lies_below(column: int) -> None:
    app = Notice()
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        app.query_one("#notice").styles.offset = Offset(column, 1)
        await pilot.pause()

        assert NOTICE in screen_text(app)


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
async def test_no_row_is_off_while_what_lies_below_changes(drawing: Drawing) -> None:
    app = Notice(drawing=drawing)
    off: list[str] = []
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        terminals = Terminals(app)
        off += terminals.off()
        for box, word in zip(app.query("Horizontal Static").results(Static), BELOW[1:], strict=False):
            box.update(Content("\n".join([word] * 3)))
            await pilot.pause()
            off += terminals.off()

    assert off == []


async def test_a_notice_stays_whole_while_what_lies_below_changes() -> None:
    app = Notice()
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        terminals = Terminals(app)
        terminals.off()
        for first, second in pairwise(app.query("Horizontal Static").results(Static)):
            first.update("–")
            second.update("–")
            await pilot.pause()
            terminals.off()
            assert " ".join(map(shown, NOTICE.split())) in terminals.all[TMUX].line(1)


async def test_english_is_put_together_as_textual_does(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for ours in (True, False):
        app = Notice("What is shown is asked for anew.", ["word"] * 10)
        if not ours:
            monkeypatch.setattr("textual.screen.Compositor", Compositor)
        async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
            for box in app.query("Horizontal Static").results(Static):
                box.update("ab\ncd")
                await pilot.pause()
            driver = app._driver
            assert isinstance(driver, Recorder)
            seen.append("".join(driver.written))

    assert seen[0] == seen[1]
