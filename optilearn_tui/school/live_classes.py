"""Rules about live classes: this month's share attended, and which come next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.percent import share

if TYPE_CHECKING:
    from optilearn_tui.api.live_classes import LiveClass, LiveClasses


class ClassState(StrEnum):
    """Where a live class stands at one moment."""

    TO_COME = "TO_COME"
    LIVE = "LIVE"
    OVER = "OVER"
    UNKNOWN = "UNKNOWN"


def month_percent(classes: LiveClasses) -> int | Unknown | None:
    """Live classes attended of those held this calendar month (PLATFORM.md §7), in whole percent.

    None where none was held; Unknown unless both counts are known and possible. Rounding: `percent.share`.
    """
    attended, missed = classes.attended_this_month, classes.missed_this_month
    if isinstance(attended, Unknown):
        return attended
    if isinstance(missed, Unknown):
        return missed
    if attended < 0 or missed < 0:
        return Unknown.UNREADABLE
    return share(attended, attended + missed) if attended + missed else None


def class_state(live_class: LiveClass, now: datetime) -> ClassState:
    """Where a class stands at `now`: without a known end it counts as to come, then as unknown."""
    if not isinstance(live_class.starts_at, datetime):
        return ClassState.UNKNOWN
    if now < live_class.starts_at:
        return ClassState.TO_COME
    if not isinstance(live_class.ends_at, datetime):
        return ClassState.UNKNOWN
    return ClassState.LIVE if now < live_class.ends_at else ClassState.OVER


def still_to_come(classes: Iterable[LiveClass], now: datetime) -> tuple[LiveClass, ...]:
    """The classes that are not over, soonest first; those without a known start follow as they came."""
    left = [each for each in classes if class_state(each, now) is not ClassState.OVER]
    dated = [(each.starts_at, each) for each in left if isinstance(each.starts_at, datetime)]
    dated.sort(key=lambda pair: pair[0])
    return (
        *(each for _, each in dated),
        *(each for each in left if not isinstance(each.starts_at, datetime)),
    )
