"""What is sent to the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.letters import MARK
from optilearn_tui.tui.terminal_widths.measuring import measure_as
from optilearn_tui.tui.terminal_widths.painting import Painted, lined_up
from tests.tui.terminal_widths.emulator import GLIBC, Emulator

HERE = "\x1b[2;5H"


def test_what_follows_a_word_is_addressed_by_its_column() -> None:
    measure_as(USUAL)

    painted = lined_up(f"{HERE}\x1b[1mदीया\x1b[0m │", 80)

    assert painted == Painted(f"{HERE}\x1b[1m    \x1b[2;5Hदीया\x1b[2;9H\x1b[0m │")


def test_each_word_starts_where_it_was_counted_to() -> None:
    measure_as(Drawing(mark=0))

    painted = lined_up(f"{HERE}5-A दीया शर्मा 84%", 80)

    assert painted.data == f"{HERE}5-A   \x1b[2;9Hदीया\x1b[2;11H    \x1b[2;12Hशर्मा\x1b[2;15H 84%"


def test_words_that_every_terminal_draws_alike_are_left_alone() -> None:
    measure_as(USUAL)

    assert lined_up(f"{HERE}कमल का", 80).data == f"{HERE}कमल   \x1b[2;9Hका\x1b[2;11H"


def test_links_and_other_sequences_pass_unharmed() -> None:
    measure_as(USUAL)
    link = "\x1b]8;id=1;https://riverside.example/की\x1b\\"

    painted = lined_up(f"{HERE}{link}का\x1b]8;;\x1b\\\x1b[K", 80)

    assert painted.data == f"{HERE}{link}  \x1b[2;5Hका\x1b[2;7H\x1b]8;;\x1b\\\x1b[K"


def test_a_joiner_is_not_sent_and_parts_are_composed() -> None:
    measure_as(USUAL)

    assert "क्ष" in lined_up(f"{HERE}क्\u200dष", 80).data
    assert "கொ" in lined_up(f"{HERE}கொ", 80).data


def test_a_line_that_does_not_say_where_it_is_is_left_alone() -> None:
    measure_as(USUAL)

    assert lined_up("का", 80).data == "का"


@given(
    st.text(st.characters() | st.sampled_from("\x1b[H;1\n│कख")).filter(lambda text: MARK.search(text) is None)
)
def test_other_text_is_sent_as_it_is(text: str) -> None:
    assert lined_up(text, 80).data is text


@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            st.integers(1, 20),
            st.lists(
                st.sampled_from(["दीया", "कक्षा", "कमल", "5-A", " ", "│", "日", "\x1b[1m", "\x1b[0m"]),
                max_size=12,
            ),
        )
    )
)
def test_in_a_terminal_understood_the_screen_is_the_same_as_without_it(
    lines: list[tuple[int, int, list[str]]],
) -> None:
    measure_as(USUAL)
    data = "\n".join(f"\x1b[{row};{column}H{''.join(texts)}" for row, column, texts in lines)
    plain, ours = Emulator(GLIBC, 80, 3), Emulator(GLIBC, 80, 3)  # twelve words always fit
    plain.feed(data)
    ours.feed(lined_up(data, 80).data)

    assert ours.cells == plain.cells


@pytest.mark.parametrize(
    ("data", "overrun"),
    [
        (f"{HERE}का", {1}),
        (f"{HERE}का ", set()),
        (f"{HERE}का\x1b[2;6H ", set()),
        (f"{HERE}का\x1b[2;9H ", {1}),
        (f"{HERE}का \n\x1b[3;1Hका", {2}),
        ("\x1b[1;80Hका", set()),
    ],
)
def test_a_word_that_may_run_over_what_is_not_painted_is_told(data: str, overrun: set[int]) -> None:
    measure_as(Drawing(mark=0))
    assert lined_up(data, 80).overrun == overrun
    measure_as(USUAL)
    assert lined_up(data, 80).overrun == set()
