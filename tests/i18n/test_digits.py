"""Devanagari digits for those who choose them: in Hindi everywhere, in English never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, ntr, use
from optilearn_tui.i18n.dates import age, clock_time, day, month, read_at, relative, weekday_day
from optilearn_tui.i18n.digits import Digits, use_digits
from optilearn_tui.i18n.numbers import number, percent, rupees, score

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = datetime(2026, 4, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def devanagari() -> Iterator[None]:
    """Hindi, in Devanagari digits; Latin ones again afterwards."""
    use(Language.HI)
    use_digits(Digits.DEVANAGARI)
    yield
    use_digits(Digits.LATIN)


def test_numbers_money_and_marks_are_written_in_devanagari_digits() -> None:
    assert (number(42), number(1_250_000)) == ("४२", "१२,५०,०००")
    assert (percent(84.5), rupees(125_000), score(42, 50)) == ("८५%", "₹१,२५,०००", "४२/५०")
    assert ntr("{n} day", "{n} days", 3) == "३ दिन"


def test_days_and_times_are_written_in_devanagari_digits() -> None:
    wednesday = date(2026, 4, 15)
    assert (day(wednesday), weekday_day(wednesday)) == ("१५ अप्रैल २०२६", "बुध १५ अप्रैल")
    assert month(2026, 4) == "अप्रैल २०२६"
    assert clock_time(NOON, UTC) == "१२:०० pm"
    assert relative(NOON - timedelta(days=3), NOON) == "३ दिन पहले"
    assert age(NOON - timedelta(minutes=12), NOON) == "१२ मि॰"
    assert read_at(NOON - timedelta(days=2), NOON, UTC) == "१३ अप्रैल १२:००"


def test_english_keeps_latin_digits() -> None:
    use(Language.EN)
    assert (number(42), day(date(2026, 4, 15))) == ("42", "15 April 2026")


def test_latin_digits_are_written_where_nothing_was_chosen() -> None:
    use_digits(Digits.LATIN)
    assert number(1_250_000) == "12,50,000"
