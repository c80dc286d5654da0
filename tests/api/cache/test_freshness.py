"""For how long one answer may be used again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from optilearn_tui.api.cache import Kept
from optilearn_tui.api.cache.freshness import Age, age_of, etag_of, fresh_for
from optilearn_tui.api.policy import NO_STORE, REUSE_300, SNAPSHOT

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("", 300),
        ("private, max-age=300, stale-while-revalidate=300", 300),
        ("max-age=3600", 300),
        ('MAX-AGE="60"', 60),
        ("max-age=0", 0),
        ("private, no-cache", 0),
        ("no-store", None),
        ("private, No-Store, max-age=300", None),
        ("max-age=soon", 300),
        (",,;=", 300),
    ],
)
def test_an_answer_may_shorten_the_policy_and_not_lengthen_it(told: str, seconds: int | None) -> None:
    assert fresh_for(REUSE_300, {"cache-control": told}) == seconds


def test_what_the_platform_says_is_not_kept_is_not_whatever_the_answer_says() -> None:
    assert fresh_for(NO_STORE, {"cache-control": "public, max-age=3600"}) is None


@pytest.mark.parametrize(
    ("seconds", "age"),
    [(0, Age.FRESH), (299, Age.FRESH), (300, Age.RECENT), (599, Age.RECENT), (600, Age.OLD), (-1, Age.OLD)],
)
def test_the_age_of_an_answer_decides_what_it_is_good_for(seconds: int, age: Age) -> None:
    kept = Kept(b"{}", NOW - timedelta(seconds=seconds), fresh_for=300)

    assert age_of(kept, REUSE_300, NOW) is age


def test_a_snapshot_is_never_used_without_asking() -> None:
    assert age_of(Kept(b"{}", NOW), SNAPSHOT, NOW) is Age.OLD


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ('"1"', '"1"'),
        ('W/"a-b"', 'W/"a-b"'),
        (' "1" ', '"1"'),
        ("1", None),
        ("", None),
        ('"a"b"', None),
        ('"a\r\nCookie: x"', None),
        ('"' + "a" * 201 + '"', None),
        ('"ä"', None),
    ],
)
def test_only_what_can_be_sent_back_is_the_name_of_a_version(given: str, taken: str | None) -> None:
    assert etag_of({"etag": given}) == taken
