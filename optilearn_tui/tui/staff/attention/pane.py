"""Students by how long they have been missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.dates import day_short, weekday_day
from optilearn_tui.i18n.numbers import percent
from optilearn_tui.school.attention import Absence
from optilearn_tui.tui.paint import bad, quiet, warning
from optilearn_tui.tui.staff.people import pupil_name
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.unread import NOT_READ, written
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import Column

if TYPE_CHECKING:
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.school.attendance import AttendanceTally
    from optilearn_tui.tui.staff.room import Room

_NARROW = 100
_MANY = 3
"""Days missed in a row from which on somebody should be asked after."""


@dataclass(frozen=True, slots=True)
class Case:
    """One student of the scope; `absence` is None while the feed was not read."""

    section_id: str
    entry: RosterEntry
    absence: Absence | None = None


class AttentionPane(TablePane[Case]):
    """Students, the most days missed in a row on top; of whom nothing was read yet, last."""

    def __init__(self, room: Room, title: Callable[[], str], since: Callable[[], date]) -> None:
        """Nobody yet; `since` is the first day that counts."""
        self._room = room
        self._since = since
        table = StaffTable[Case](
            self._columns(),
            key=lambda case: (case.section_id, case.entry.student_contact_id),
            search=lambda case: f"{pupil_name(case.entry)} {self._section(case)} {case.entry.roll_number}",
            empty=lambda: tr("Nobody sits here."),
            no_match=lambda: tr("Nobody here is called that."),
        )
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=title,
            prompt=lambda: tr("Name, section or roll number"),
            file_name=lambda: "attendance",
            usual=lambda width: (
                ("name", "section", "row", "last", "month")
                if width < _NARROW
                else ("name", "section", "roll", "row", "from", "last", "marked", "month", "period", "missed")
            ),
        )

    def _section(self, case: Case) -> str:
        return self._room.register.places.of_section(case.section_id)

    def _columns(self) -> Sequence[Column[Case]]:
        return (
            Column(
                "name", lambda: tr("Name"), lambda case: pupil_name(case.entry), least=16, most=36, share=3
            ),
            Column("section", lambda: tr("Section"), self._section, least=7),
            Column(
                "roll", lambda: tr("Roll"), lambda case: written(case.entry.roll_number), least=5, right=True
            ),
            Column("row", lambda: tr("Missed in a row"), _row, least=6, right=True, sort=_row_key),
            Column("from", lambda: tr("Missing since"), _from, least=12, sort=_from_key),
            Column("last", lambda: tr("Last at school"), _last, least=12, sort=_last_key),
            Column("marked", lambda: tr("Last marked"), _marked, least=12, sort=_marked_key),
            Column(
                "month",
                lambda: tr("This month"),
                lambda case: _share(case, lambda absence: absence.month),
                least=6,
                right=True,
                sort=lambda case: _share_key(case, lambda absence: absence.month),
            ),
            Column(
                "period",
                lambda: tr("Since {day}", day=day_short(self._since())),
                lambda case: _share(case, lambda absence: absence.period),
                least=6,
                right=True,
                sort=lambda case: _share_key(case, lambda absence: absence.period),
            ),
            Column("missed", lambda: tr("Days missed"), _missed, least=6, right=True, sort=_missed_key),
        )

    @override
    def retranslate(self) -> None:
        self.say()


Tally = Callable[[Absence], "AttendanceTally | Unknown"]


def _row(case: Case) -> str | Styled:
    absence = case.absence
    if absence is None:
        return quiet(NOT_READ)
    if isinstance(absence.missed_in_a_row, Unknown):
        return quiet(f"≥{absence.at_least}" if absence.at_least else NOT_KNOWN)
    count = f"{absence.missed_in_a_row}{'+' if absence.reaches_back else ''}"
    if not absence.missed_in_a_row:
        return quiet(count)
    return bad(f"! {count}") if absence.missed_in_a_row >= _MANY else warning(count)


def _row_key(case: Case) -> int | Unknown:
    return LEFT_OUT if case.absence is None else case.absence.missed_in_a_row


def _from(case: Case) -> str | Styled:
    if case.absence is None:
        return quiet(NOT_READ)
    return _day(case.absence.since)


def _from_key(case: Case) -> date | Unknown | None:
    return LEFT_OUT if case.absence is None else case.absence.since


def _last(case: Case) -> str | Styled:
    return quiet(NOT_READ) if case.absence is None else _day(case.absence.last_attended)


def _last_key(case: Case) -> date | Unknown | None:
    return LEFT_OUT if case.absence is None else case.absence.last_attended


def _marked(case: Case) -> str | Styled:
    return quiet(NOT_READ) if case.absence is None else _day(case.absence.last_marked)


def _marked_key(case: Case) -> date | Unknown | None:
    return LEFT_OUT if case.absence is None else case.absence.last_marked


def _share(case: Case, tally: Tally) -> str | Styled:
    if case.absence is None:
        return quiet(NOT_READ)
    share = _share_key(case, tally)
    return (
        quiet(NOT_KNOWN)
        if isinstance(share, Unknown)
        else quiet(NONE_HERE)
        if share is None
        else percent(share)
    )


def _share_key(case: Case, tally: Tally) -> int | Unknown | None:
    counted = LEFT_OUT if case.absence is None else tally(case.absence)
    return counted if isinstance(counted, Unknown) else counted.percent


def _missed(case: Case) -> str | Styled:
    if case.absence is None:
        return quiet(NOT_READ)
    missed = _missed_key(case)
    return quiet(NOT_KNOWN) if isinstance(missed, Unknown) else str(missed)


def _missed_key(case: Case) -> int | Unknown:
    counted = LEFT_OUT if case.absence is None else case.absence.period
    return counted if isinstance(counted, Unknown) else counted.missed


def _day(day: date | Unknown | None) -> str | Styled:
    if isinstance(day, Unknown):
        return quiet(NOT_KNOWN)
    return quiet(NONE_HERE) if day is None else Styled(weekday_day(day))
