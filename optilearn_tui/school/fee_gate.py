"""The fee gate: what a student cannot do while fees are overdue (PLATFORM.md §7)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.school.fees import FeeStatus

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown


class GatedAct(StrEnum):
    """What a student may want to do."""

    SELF_ENROL = "self-enrol"
    OPEN_LESSON = "open-lesson"
    SUBMIT = "submit"
    CATALOGUE = "catalogue"
    CERTIFICATES = "certificates"
    NOTIFICATIONS = "notifications"


BLOCKED_ACTS = frozenset({GatedAct.SELF_ENROL, GatedAct.OPEN_LESSON, GatedAct.SUBMIT})
"""What the gate stands before; everything else stays open however the fees stand."""


def is_shut(status: FeeStatus, *, enabled: bool | Unknown = False) -> bool:
    """Whether the gate is shut for a student.

    Only where the institution has it switched on and the fees are known to be OVERDUE. Fees that are due,
    paid or unknown (OptiCRM not reached, no record) leave it open, and so does an unknown switch.
    """
    return enabled is True and status is FeeStatus.OVERDUE


def is_blocked(act: GatedAct, status: FeeStatus, *, enabled: bool | Unknown = False) -> bool:
    """Whether fees keep a student from one act; `status` as `fees.fee_standing` works it out."""
    return act in BLOCKED_ACTS and is_shut(status, enabled=enabled)
