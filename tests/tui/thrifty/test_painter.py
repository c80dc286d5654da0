"""The terminal shows what Textual means it to show, however little it is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.measuring import measure_as
from optilearn_tui.tui.terminal_widths.painting import lined_up
from tests.tui.terminal_widths.emulator import GLIBC, NONE, TMUX, TWO, WHOLE, Family
from tests.tui.thrifty.frames import COLUMNS, HINDI, ROWS, TEXTS, sessions
from tests.tui.thrifty.pair import Painted
from tests.tui.thrifty.terminal import Terminal


@pytest.mark.parametrize(("terminal_erases", "believed"), [(True, True), (True, False), (False, False)])
@given(session=sessions(TEXTS))
def test_every_cell_has_the_text_colour_attributes_and_link_that_textuals_own_driver_gives_it(
    session: Sequence[str], terminal_erases: bool, believed: bool
) -> None:
    plain = Terminal(COLUMNS, ROWS)
    ours = Painted(COLUMNS, ROWS, terminal_erases=terminal_erases, believed=believed)
    for frame in session:
        plain.feed(frame)
        ours.show(frame)

        assert ours.terminal.seen == plain.seen
        assert ours.terminal.cursor == plain.cursor or not ours.canvas.rows


@given(session=sessions(TEXTS))
def test_what_is_shown_already_is_not_sent_again(session: Sequence[str]) -> None:
    ours = Painted(COLUMNS, ROWS)
    for frame in session:
        ours.show(frame)

    assert ours.show(session[-1]) == 0


@pytest.mark.parametrize(
    "drawing", [USUAL, Drawing(mark=0), Drawing(mark=0, letter=1), Drawing(letter=2)], ids=str
)
@given(session=sessions(HINDI), family=st.sampled_from([GLIBC, TMUX, NONE, WHOLE, TWO]))
def test_what_came_bit_by_bit_looks_as_if_it_was_painted_at_once_in_every_terminal(
    session: Sequence[str], family: Family, drawing: Drawing
) -> None:
    measure_as(drawing)
    ours = Painted(COLUMNS, ROWS, family)
    for frame in session:
        ours.show(lined_up(frame, COLUMNS).data)

    assert ours.terminal.seen == ours.at_once(family).seen
