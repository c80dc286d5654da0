"""What is known of one subject."""

from __future__ import annotations

from datetime import UTC, datetime

from optilearn_tui.api.errors import Unreachable
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed

AT = datetime(2026, 4, 15, tzinfo=UTC)


def test_a_failure_keeps_the_old_answer_and_its_age() -> None:
    error = Unreachable()
    feed = Feed("c-1", Reading(3, AT))
    failed = feed.asked().failed(error)
    assert failed == Feed("c-1", Reading(3, AT), error)
    assert failed.at == AT


def test_a_new_answer_clears_the_error() -> None:
    feed: Feed[int] = Feed("c-1", error=Unreachable(), loading=True)
    assert feed.answered(Reading(4, AT)) == Feed("c-1", Reading(4, AT))


def test_an_answer_of_earlier_in_place_of_one_now_says_why() -> None:
    error = Unreachable()
    feed: Feed[int] = Feed("c-1", loading=True)
    stale = Reading(4, AT, stale_because=error, is_old=True)
    assert feed.answered(stale) == Feed("c-1", stale, error)
    assert not feed.answered(stale).saved


def test_what_was_kept_is_saved_until_the_school_confirms_it() -> None:
    kept = Feed("c-1", Reading(4, AT, is_old=True))
    assert kept.saved
    assert not kept.answered(Reading(4, AT)).saved
    assert not Feed("c-1").saved


def test_what_is_made_of_the_answer_keeps_everything_else() -> None:
    feed = Feed("c-1", Reading(3, AT), loading=True)
    assert feed.map(str) == Feed("c-1", Reading("3", AT), loading=True)
    assert Feed("c-1").map(str) == Feed("c-1")
