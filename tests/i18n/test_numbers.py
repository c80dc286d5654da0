"""Numbers as they are read in India."""

from __future__ import annotations

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.i18n.numbers import number, percent, rupees, score


@pytest.fixture(params=list(Language), autouse=True)
def each_language(request: pytest.FixtureRequest) -> None:
    """Digits are Latin and grouped alike in both languages."""
    use(request.param)


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (-5, "-5"),
        (1250, "1,250"),
        (125_000, "1,25,000"),
        (82.5, "82.5"),
        (82.0, "82"),
    ],
)
def test_numbers_are_grouped_the_indian_way(x: float, expected: str) -> None:
    assert number(x) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (0, "₹0"),
        (500, "₹500"),
        (125_000, "₹1,25,000"),
        (125_000.0, "₹1,25,000"),
        (1250.5, "₹1,250.50"),
        (10_000_000, "₹1,00,00,000"),
        (0.004, "₹0"),
    ],
)
def test_rupees_have_paise_only_where_there_are_any(x: float, expected: str) -> None:
    assert rupees(x) == expected


@pytest.mark.parametrize(
    ("x", "expected"), [(84.0, "84%"), (0, "0%"), (99.6, "100%"), (66.67, "67%"), (84.5, "85%")]
)
def test_percentages_are_whole(x: float, expected: str) -> None:
    assert percent(x) == expected


@pytest.mark.parametrize(
    ("s", "maximum", "expected"), [(42.0, 50.0, "42/50"), (7.5, 10, "7.5/10"), (1200, 1500, "1,200/1,500")]
)
def test_marks_are_said_out_of_the_most_that_could_be_had(s: float, maximum: float, expected: str) -> None:
    assert score(s, maximum) == expected
