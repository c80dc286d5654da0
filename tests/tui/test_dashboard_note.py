"""The right end of a dashboard's title bar: what is the matter, as far as anything is, and the day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from optilearn_tui.api import errors
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.dashboard_note import note
from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.feed import Feed

INDIA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
TODAY = "Wed 15 Apr"


def told(*feeds: Feed[int], economy: Economy | None = None) -> str:
    return note(feeds, economy or Economy(), NOW, INDIA)


def test_while_all_is_well_there_is_only_the_day() -> None:
    assert told(Feed("c", Reading(1, NOW))) == TODAY


def test_the_first_trouble_is_named() -> None:
    assert told(Feed("c"), Feed("d", None, errors.TimedOut())) == f"! no connection · {TODAY}"


def test_when_what_was_kept_was_read_is_named() -> None:
    kept = Reading(1, NOW - timedelta(hours=3), is_old=True)
    assert told(Feed("c", kept)) == f"saved 09:00 · {TODAY}"


def test_offline_names_the_key_back_and_is_no_trouble() -> None:
    economy = Economy(low_data=True)
    assert told(economy=economy) == f"low data · {TODAY}"
    economy.offline = True
    assert told(Feed("c", None, errors.Offline()), economy=economy) == f"offline (F4) · {TODAY}"
