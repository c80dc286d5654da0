"""A session that ends is warned about a day and an hour before, unless it is renewed all the while."""

from __future__ import annotations

from datetime import timedelta

from optilearn_tui.tui.expiry import Expiry
from tests.conftest import NOON

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


def test_a_session_just_begun_is_not_warned_about_however_short_it_is() -> None:
    assert Expiry().told(NOON + HOUR / 2, NOON) is None


def test_a_session_that_is_renewed_is_never_warned_about() -> None:
    expiry = Expiry()
    for minutes in range(0, 600, 10):
        now = NOON + minutes * MINUTE
        assert expiry.told(now + HOUR / 2, now) is None


def test_a_session_that_nothing_renews_is_warned_about_once_a_day_and_once_an_hour_before() -> None:
    end = NOON + 2 * DAY
    expiry = Expiry()
    warned = [hour for hour in range(48) if expiry.told(end, NOON + hour * HOUR) is not None]
    assert warned == [24, 47]


def test_a_school_that_does_not_answer_renews_nothing() -> None:
    end = NOON + DAY / 2
    expiry = Expiry(end)
    assert expiry.told(None, NOON) == end
    assert expiry.told(None, NOON + HOUR) is None
    assert expiry.told(None, end - HOUR / 2) == end


def test_whoever_opens_with_a_session_about_to_end_is_told_so_once_it_was_not_renewed() -> None:
    end = NOON + HOUR / 2
    assert Expiry(end).told(end, NOON) == end
    assert Expiry(end).told(end + 30 * DAY, NOON) is None


def test_an_end_that_is_past_or_not_known_is_nothing_to_warn_of() -> None:
    assert Expiry(NOON - HOUR).told(None, NOON) is None
    assert Expiry().told(None, NOON) is None


def test_after_a_renewal_it_begins_anew() -> None:
    expiry = Expiry(NOON + HOUR / 2)
    assert expiry.told(None, NOON) is not None
    assert expiry.told(NOON + 30 * DAY, NOON) is None
    assert expiry.told(None, NOON + 29.5 * DAY) is not None


def test_the_school_is_asked_every_hour_and_sooner_where_the_session_is_short() -> None:
    assert Expiry().pause(NOON) == 3600
    assert Expiry(NOON + 30 * DAY).pause(NOON) == 3600
    assert Expiry(NOON + HOUR / 2).pause(NOON) == 900
    assert Expiry(NOON + DAY + 10 * MINUTE).pause(NOON) == 600
    assert Expiry(NOON + MINUTE).pause(NOON) == 60
    assert Expiry(NOON - HOUR).pause(NOON) == 3600
