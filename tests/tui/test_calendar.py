"""A month on a sheet."""

from __future__ import annotations

from datetime import date

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.school.attendance import AttendanceTally, DayMark
from optilearn_tui.tui.calendar import legend, letter_of, month_sheet


def test_weeks_begin_on_monday_and_days_carry_their_letters() -> None:
    marks = {date(2026, 4, 1): DayMark.PRESENT, date(2026, 4, 10): DayMark.ABSENT}
    sheet = [line.plain for line in month_sheet(2026, 4, marks, date(2026, 4, 15))]
    assert sheet == [
        "Mo   Tu   We   Th   Fr   Sa   Su",
        "           1 P  2    3    4    5",
        " 6    7    8    9   10 A 11   12",
        "13   14   15   16   17   18   19",
        "20   21   22   23   24   25   26",
        "27   28   29   30",
    ]


def test_today_is_underlined() -> None:
    week = month_sheet(2026, 4, {}, date(2026, 4, 15))[3]
    underlined = [week.plain[span.start : span.end] for span in week.spans if "underline" in str(span.style)]
    assert underlined == ["15"]


@pytest.mark.parametrize("language", Language)
def test_every_mark_has_a_letter_of_its_own_in_every_language(language: Language) -> None:
    use(language)
    try:
        letters = {letter_of(mark) for mark in DayMark}
    finally:
        use(Language.EN)
    assert len(letters) == len(DayMark)


def test_the_legend_leaves_out_only_unknown_words_that_do_not_occur() -> None:
    words = [fact.plain for fact in legend(AttendanceTally(present=3, late=1))]
    assert words == ["P present 3", "L late 1", "A absent 0", "E excused 0"]
    assert legend(AttendanceTally(unreadable=2))[-1].plain == "? marked with an unknown word 2"
