"""Everything known about one child at one moment, from three endpoints, each of which may have failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.attendance import AttendanceDay
    from optilearn_tui.api.children import Child
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview


@dataclass(frozen=True)
class Dossier:
    """One child's overview, attendance and fees.

    Attributes:
        child: the row of the parent's list.
        overview: what OptiLearn tells; its parts may be unknown.
        attendance: the marked days of the school's current month, or why they are not known.
        fees: the fee record, or why it is not known.
        now: when it was asked (aware).
        zone: the school's time zone.
        is_own_link: whether a link leads to the school's or the platform's own sites.
    """

    child: Child
    overview: Overview
    attendance: tuple[AttendanceDay, ...] | ApiError
    fees: FeeRecord | ApiError
    now: datetime
    zone: tzinfo
    is_own_link: Callable[[str], bool]
