"""The right end of a dashboard's title bar: what is the matter, as far as anything is, and the time."""

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
TIME = "Wed 15 Apr, 12:00 pm"


def told(*feeds: Feed[int], economy: Economy | None = None) -> str:
    return note(feeds, economy or Economy(), NOW, INDIA)


def test_while_all_is_well_there_is_only_the_time() -> None:
    assert told(Feed("c", Reading(1, NOW))) == TIME


def test_the_first_trouble_is_named() -> None:
    assert told(Feed("c"), Feed("d", None, errors.TimedOut())) == f"! no connection · {TIME}"


def test_the_age_of_what_was_kept_is_named() -> None:
    kept = Reading(1, NOW - timedelta(hours=3), is_old=True)
    assert told(Feed("c", kept)) == f"saved 3 h ago · {TIME}"


def test_offline_names_the_key_back_and_is_no_trouble() -> None:
    economy = Economy(low_data=True)
    assert told(economy=economy) == f"low data · {TIME}"
    economy.offline = True
    assert told(Feed("c", None, errors.Offline()), economy=economy) == f"offline (F4) · {TIME}"
