"""What the title bar of a dashboard says at the right: what holds for all that is shown, and the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import Offline
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.dates import age, moment
from optilearn_tui.tui.standing import brief

if TYPE_CHECKING:
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.standing import Standing

OFFLINE_KEY = "F4"


def note(feeds: Sequence[Standing], economy: Economy, now: datetime, zone: tzinfo) -> str:
    """What is the matter, as far as anything is, and the time.

    Args:
        feeds: what the dashboard draws on, the most important first.
        economy: what may be asked.
        now: this moment.
        zone: the school's time zone.
    """
    return " · ".join((*_matters(feeds, economy, now, zone), moment(now, zone)))


def _matters(feeds: Sequence[Standing], economy: Economy, now: datetime, zone: tzinfo) -> Iterator[str]:
    if economy.offline:
        yield tr("offline ({key})", key=OFFLINE_KEY)
    elif economy.low_data:
        yield tr("low data")
    error = next((feed.error for feed in feeds if feed.error and not isinstance(feed.error, Offline)), None)
    if error is not None:
        yield f"! {brief(error, zone)}"
    saved = [feed.at for feed in feeds if feed.saved and feed.at is not None]
    if saved:
        yield tr("saved {age} ago", age=age(min(saved), now))
