"""What the title bar of a dashboard says at the right: what holds for all that is shown, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import Offline
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.dates import read_at, weekday_day
from optilearn_tui.tui.standing import brief, saved

if TYPE_CHECKING:
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.standing import Standing

OFFLINE_KEY = "F4"


def note(feeds: Sequence[Standing], economy: Economy, now: datetime, zone: tzinfo) -> str:
    """What is the matter, as far as anything is, and the day.

    No time of day: every terminal stands beside a clock, and this one would be the only thing on the screen
    that changes while nothing happens.

    Args:
        feeds: what the dashboard draws on, the most important first.
        economy: what may be asked.
        now: this moment.
        zone: the school's time zone.
    """
    return " · ".join((*_matters(feeds, economy, now, zone), weekday_day(now.astimezone(zone).date())))


def _matters(feeds: Sequence[Standing], economy: Economy, now: datetime, zone: tzinfo) -> Iterator[str]:
    if economy.offline:
        yield tr("offline ({key})", key=OFFLINE_KEY)
    elif economy.low_data:
        yield tr("low data")
    error = next((feed.error for feed in feeds if feed.error and not isinstance(feed.error, Offline)), None)
    if error is not None:
        yield f"! {brief(error, zone)}"
    kept = [feed.at for feed in feeds if feed.saved and feed.at is not None]
    if kept:
        yield saved(read_at(min(kept), now, zone))
