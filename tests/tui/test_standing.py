"""How data stands, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.api import errors
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.standing import brief, moment_alone, reason, shown, state, told

INDIA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


def words(*feeds: Feed[int]) -> list[str]:
    return [part.plain for part in state(feeds, NOW, INDIA) if part]


def read(minutes: int) -> Reading[int]:
    return Reading(1, NOW - timedelta(minutes=minutes))


def test_the_moment_is_that_of_the_oldest_answer() -> None:
    assert words(Feed("c", read(2)), Feed("c", read(12))) == ["11:48"]


def test_the_moment_of_the_answer_does_not_change_as_time_goes_by() -> None:
    feed = Feed("c", read(0))
    hour = {state([feed], NOW + timedelta(minutes=minute), INDIA) for minute in range(60)}
    assert hour == {state([feed], NOW, INDIA)}


def test_a_failure_is_named_beside_the_moment_of_what_is_shown() -> None:
    assert words(Feed("c", read(12), errors.TimedOut())) == ["! 11:48", "no connection"]
    assert words(Feed("c", error=errors.ServerTrouble())) == ["!", "trouble at the school"]


def test_a_question_under_way_is_told() -> None:
    assert words(Feed("c", loading=True)) == ["loading"]
    assert words(Feed("c", read(3), loading=True)) == ["11:57", "updating"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.SessionEnded(), "signed out"),
        (errors.UnknownHost(), "no connection"),
        (errors.NotFound(), "not found"),
        (errors.Forbidden(), "refused"),
        (errors.UnreadableAnswer("html"), "unreadable answer"),
        (errors.TooManyRequests(), "trouble at the school"),
        (errors.NotSignedIn(), "signed out"),
        (errors.Offline(), "offline"),
    ],
)
def test_every_kind_of_error_has_a_brief_name(error: errors.ApiError, expected: str) -> None:
    assert brief(error) == expected


def test_a_server_that_asks_to_wait_says_until_when_on_the_schools_clock() -> None:
    busy = errors.TooManyRequests(until=NOW + timedelta(hours=2))
    assert brief(busy, INDIA) == "busy until 2:00 pm"
    assert [part.plain for part in state([Feed("c", read(3), busy)], NOW, INDIA)] == [
        "! 11:57",
        "busy until 2:00 pm",
    ]
    full = next(told(Feed("c", None, busy), 60, lambda _: [], zone=INDIA))
    assert any("Try again after 2:00 pm." in line.plain for line in full)


def test_what_was_kept_says_so_and_when_it_was_read() -> None:
    kept = Reading(1, NOW - timedelta(hours=3), is_old=True)
    assert words(Feed("c", kept, loading=True)) == ["saved 09:00", "updating"]
    assert words(Feed("c", kept, errors.Offline())) == ["! saved 09:00", "offline"]
    older = Reading(1, NOW - timedelta(days=3), is_old=True)
    assert words(Feed("c", older)) == ["saved 12 Apr 12:00"]


def test_a_value_none_and_unknown_are_three_things() -> None:
    assert shown(3, str).plain == "3"
    assert shown(None, str).plain == "–"
    assert shown(Unknown.LEFT_OUT, str).plain == "?"
    assert reason(Unknown.LEFT_OUT) != reason(Unknown.UNREADABLE)


def test_an_old_answer_is_shown_whatever_went_wrong_later() -> None:
    feed = Feed("c", read(3), errors.Unreachable())
    assert next(told(feed, 60, lambda value: [[shown(value, str)]]))[0].plain == "1"


def test_without_an_answer_the_problem_and_the_way_on_are_said() -> None:
    feed: Feed[int] = Feed("c", error=errors.Unreachable(host="riverside.opticrm.app"))
    full, short = ([line.plain for line in form] for form in told(feed, 60, lambda _: []))
    assert full[-1] == short[-1] == "r tries again."
    assert len(short) < len(full)
    ended: Feed[int] = Feed("c", error=errors.SessionEnded())
    assert [line.plain for line in next(told(ended, 60, lambda _: []))][-1] == "Sign in again to go on."
    asking: Feed[int] = Feed("c", error=errors.Unreachable(), loading=True)
    assert next(told(asking, 60, lambda _: []))[-1].plain == "Trying again…"


def test_in_the_narrowest_place_there_is_still_the_moment() -> None:
    kept = Reading(1, NOW - timedelta(hours=3), is_old=True)
    older = Reading(1, NOW - timedelta(days=3), is_old=True)
    assert moment_alone([Feed("c", kept)], NOW, INDIA).plain == "09:00"
    assert moment_alone([Feed("c", kept, errors.Offline())], NOW, INDIA).plain == "! 09:00"
    assert moment_alone([Feed("c", older)], NOW, INDIA).plain == "12 Apr"
    assert moment_alone([Feed("c", error=errors.Offline())], NOW, INDIA).plain == "!"
    assert not moment_alone([Feed("c")], NOW, INDIA)
