"""Styles are told as differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.thrifty.look import PLAIN, Look, change, link_change, styled
from tests.tui.thrifty.terminal import Terminal

_COLOURS = st.sampled_from(["", "31", "97", "38;5;208", "38;2;20;24;30"])
_GROUNDS = st.sampled_from(["", "41", "107", "48;5;208", "48;2;20;24;30"])
LOOKS = st.builds(
    Look,
    st.frozensets(st.sampled_from([1, 2, 3, 4, 5, 7, 8, 9, 21, 53])),
    _COLOURS,
    _GROUNDS,
    st.sampled_from(["", "https://riverside.example/1", "https://riverside.example/2"]),
)


@given(before=LOOKS, after=LOOKS)
def test_whatever_was_worn_before_the_difference_makes_the_look_that_is_wanted(
    before: Look, after: Look
) -> None:
    terminal = Terminal(1, 1)
    for one, other in ((PLAIN, before), (before, after)):
        terminal.feed(link_change(one, other) + change(one, other))

    style = terminal.style
    assert (style.attributes, style.foreground, style.background, style.link) == after


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("1;38;2;1;2;3;48;2;4;5;6", "38;2;1;2;3;48;2;4;5;6", "\x1b[22m"),
        ("38;2;1;2;3;48;2;4;5;6", "38;2;7;8;9;48;2;4;5;6", "\x1b[38;2;7;8;9m"),
        ("1;4;9;31;42", "", "\x1b[m"),
        ("1;2;31", "2;31", "\x1b[22;2m"),
        ("31", "31", ""),
    ],
)
def test_the_difference_is_as_short_as_can_be(before: str, after: str, sent: str) -> None:
    assert change(styled(PLAIN, before), styled(PLAIN, after)) == sent


def test_a_link_painted_in_parts_is_one_link() -> None:
    linked = Look(link="https://riverside.example/1")

    assert link_change(PLAIN, linked) == link_change(Look(link="https://riverside.example/2"), linked)
    assert link_change(linked, PLAIN) == "\x1b]8;;\x1b\\"
