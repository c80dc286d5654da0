"""Who sits in a section, in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import fact, text_of
from optilearn_tui.i18n import dates, ntr, tr

if TYPE_CHECKING:
    from optilearn_tui.api.rosters import RosterEntry


def roster(entries: Sequence[RosterEntry], place: str, at: datetime, zone: tzinfo) -> str:
    """A line for each student in the order given, under the section's name and the time of reading."""
    head = [
        place,
        ntr("{n} student", "{n} students", len(entries)),
        fact(tr("As of"), dates.moment(at, zone)),
    ]
    if not entries:
        return text_of([head, [tr("Nobody sits in this section.")]])
    return text_of([head, [_entry(entry) for entry in entries]])


def _entry(entry: RosterEntry) -> str:
    name = entry.name if isinstance(entry.name, str) and entry.name.strip() else tr("Student")
    student = tr("{name} ({id})", name=name, id=entry.student_contact_id)
    if isinstance(entry.roll_number, Unknown):
        return tr("Roll number not known: {student}", student=student)
    if entry.roll_number is None or not entry.roll_number.strip():
        return tr("No roll number: {student}", student=student)
    return tr("Roll number {roll}: {student}", roll=entry.roll_number, student=student)
