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


def test_what_is_made_of_the_answer_keeps_everything_else() -> None:
    feed = Feed("c-1", Reading(3, AT), loading=True)
    assert feed.map(str) == Feed("c-1", Reading("3", AT), loading=True)
    assert Feed("c-1").map(str) == Feed("c-1")
