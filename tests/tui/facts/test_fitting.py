"""The fullest form that fits is shown."""

from __future__ import annotations

import pytest

from optilearn_tui.tui.facts.fitting import fitting, hidden
from optilearn_tui.tui.styled import Styled


def form(*lines: str) -> list[Styled]:
    return [Styled(line) for line in lines]


FORMS = [form("a", "", "b", "", ""), form("a", "b"), form("ab")]


@pytest.mark.parametrize(("height", "number"), [(9, 0), (3, 0), (2, 1), (1, 2), (0, 2)])
def test_the_fullest_form_that_fits_is_taken_blank_lines_at_its_end_not_counted(
    height: int, number: int
) -> None:
    shown = "".join(line.plain or "\n" for line in fitting(FORMS, height))
    assert shown == ("a\nb", "ab", "ab")[number]
    assert len(fitting(FORMS, height)) == (3, 2, 1)[number]


def test_alone_on_the_screen_the_fullest_form_is_scrolled() -> None:
    assert [line.plain for line in fitting(FORMS, 1, zoomed=True)] == ["a", "", "b"]


def test_only_forms_up_to_the_one_that_fits_are_worded() -> None:
    forms = iter(FORMS)
    fitting(forms, 2)
    assert list(forms) == FORMS[2:]


def test_lines_below_what_is_shown_are_counted() -> None:
    lines = form("a", "b", "c", "d")
    assert [hidden(lines, 3), hidden(lines, 3, 1), hidden(lines, 9), hidden([], -1)] == [1, 0, 0, 0]
