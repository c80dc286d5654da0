"""The columns of the board of all children: what each is called, shows, and is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.api.upcoming import Assignment
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.numbers import number, percent
from optilearn_tui.school.fees import FeeStatus
from optilearn_tui.school.grades import Direction, Trend, trend
from optilearn_tui.tui.cropping import shorten
from optilearn_tui.tui.due import due_words
from optilearn_tui.tui.facts.fees import amount_of, status_of
from optilearn_tui.tui.facts.grades import trend_words
from optilearn_tui.tui.mask import is_masked, veiled
from optilearn_tui.tui.names import class_of, name_of
from optilearn_tui.tui.paint import quiet, strong, warning
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN, shown
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.school.board import BoardRow
    from optilearn_tui.tui.feed import Feed

_LONGEST_SCHOOL = 12
"""Cells to which the name of a school is cut."""
_LONGEST_SLUG = 24
"""The same for its name in addresses, where the names of two begin alike."""

SortKey = float | str | None
"""What a row is sorted by in one column; None (nothing there, or not known) comes last either way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One child on the board, and how far its two answers have come.

    Attributes:
        row: what is known of the child.
        overview: where most of it is from.
        fees: where the fees are from. That the school has no record of them is neither an answer nor an error
            (PLATFORM.md §5 row 7).
        place: the child's school, as it is called in a column: see `told_apart`.
        account: whose child it is, where that is another account than the one signed in.
    """

    row: BoardRow
    overview: Feed[Overview]
    fees: Feed[FeeRecord]
    place: str = ""
    account: Account | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other: two schools may know two children by one id."""
        return (self.account.slug if self.account is not None else "", self.row.child.contact_id)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: its heading, in English.
        cell: the words of one entry at one moment.
        key: what the entry is sorted by.
        source: which of the entry's answers it is from; None: from the list of children.
        private: a mark or an amount: the mask hides it.
    """

    title: str
    cell: Callable[[Entry, datetime], Styled]
    key: Callable[[Entry], SortKey]
    source: Callable[[Entry], Feed[Overview] | Feed[FeeRecord]] | None = None
    private: bool = False

    def content(self, entry: Entry, now: datetime) -> Styled:
        """The cell of one entry, or that its answer is on its way or was not to be had."""
        feed = self.source(entry) if self.source else None
        if feed is None or feed.reading is not None:
            cell = self.cell(entry, now)
            return veiled(cell) if self.private else cell
        if feed.error is not None:
            return warning("!")
        return quiet("…" if feed.loading else tr("Not known"))

    def sort_key(self, entry: Entry) -> SortKey:
        """What the entry is sorted by: nothing where the order would tell what is hidden."""
        return None if self.private and is_masked() else self.key(entry)


def _of_overview(entry: Entry) -> Feed[Overview]:
    return entry.overview


def _of_fees(entry: Entry) -> Feed[FeeRecord]:
    return entry.fees


def _known(value: float | Unknown | None) -> SortKey:
    return None if isinstance(value, Unknown) else value


def _child(entry: Entry, _: datetime) -> Styled:
    return strong(name_of(entry.row.child))


def _school(entry: Entry, _: datetime) -> Styled:
    return quiet(entry.place)


def _class(entry: Entry, _: datetime) -> Styled:
    return quiet(class_of(entry.row.child) or NOT_KNOWN)


def _next_due(entry: Entry, now: datetime) -> Styled:
    work = entry.row.next_due
    if isinstance(work, Unknown):
        return quiet(NOT_KNOWN)
    return due_words(work, now) if work else quiet(NONE_HERE)


def _next_due_key(entry: Entry) -> SortKey:
    work = entry.row.next_due
    return (
        work.due_at.timestamp()
        if isinstance(work, Assignment) and isinstance(work.due_at, datetime)
        else None
    )


def _work(entry: Entry, _: datetime) -> Styled:
    return quiet(_work_title(entry) or "")


def _work_title(entry: Entry) -> str | None:
    work = entry.row.next_due
    return work.title if isinstance(work, Assignment) and isinstance(work.title, str) else None


def _lowest(entry: Entry, _: datetime) -> Styled:
    return shown(entry.row.lowest_mark, percent)


def _trend_of(entry: Entry) -> Trend | None:
    reading = entry.overview.reading
    grades = reading.value.recent_grades if reading else ()
    return None if isinstance(grades, Unknown) else trend(grades)


def _trend(entry: Entry, _: datetime) -> Styled:
    marks = _trend_of(entry)
    if marks is None:
        return quiet(NOT_KNOWN)
    return Styled(" ").join(trend_words(marks)) if marks.points else quiet(NONE_HERE)


def _trend_key(entry: Entry) -> SortKey:
    marks = _trend_of(entry)
    order = [Direction.FALLING, Direction.STEADY, Direction.RISING]
    return order.index(marks.direction) if marks and marks.direction in order else None


def _attended_share(entry: Entry) -> tuple[int, int] | Unknown:
    attended, missed = entry.row.attended, entry.row.missed
    if isinstance(attended, Unknown):
        return attended
    return missed if isinstance(missed, Unknown) else (attended, attended + missed)


def _attended(entry: Entry, _: datetime) -> Styled:
    match _attended_share(entry):
        case (_, 0):
            return quiet(NONE_HERE)
        case (attended, total):
            return Styled(tr("{n} of {total}", n=number(attended), total=number(total)))
    return quiet(NOT_KNOWN)


def _attended_key(entry: Entry) -> SortKey:
    match _attended_share(entry):
        case (attended, total) if total:
            return attended / total
    return None


def _fees(entry: Entry, _: datetime) -> Styled:
    standing = entry.row.fee
    if standing.status in {FeeStatus.PAID, FeeStatus.UNKNOWN}:
        return status_of(standing)
    return Styled(" ").join((amount_of(standing), status_of(standing)))


def _streak(entry: Entry, _: datetime) -> Styled:
    return shown(entry.row.streak, lambda days: ntr("{n} day", "{n} days", days))


def _courses(entry: Entry, _: datetime) -> Styled:
    done, total = entry.row.courses_done, entry.row.courses
    if isinstance(done, Unknown) or isinstance(total, Unknown):
        return quiet(NOT_KNOWN)
    return Styled(tr("{n} of {total}", n=number(done), total=number(total))) if total else quiet(NONE_HERE)


COLUMNS = (
    Column(N_("Child"), _child, lambda entry: name_of(entry.row.child).casefold()),
    Column(N_("Class"), _class, lambda entry: class_of(entry.row.child) or None),
    Column(N_("Next due"), _next_due, _next_due_key, _of_overview),
    Column(N_("Lowest"), _lowest, lambda entry: _known(entry.row.lowest_mark), _of_overview, private=True),
    Column(N_("Attended"), _attended, _attended_key, _of_overview),
    Column(N_("Fees"), _fees, lambda entry: _known(entry.row.fee.outstanding), _of_fees, private=True),
    Column(N_("Streak"), _streak, lambda entry: _known(entry.row.streak), _of_overview),
    Column(N_("Trend"), _trend, _trend_key, _of_overview, private=True),
    Column(N_("Courses"), _courses, lambda entry: _known(entry.row.courses_done), _of_overview),
    Column(N_("What is due"), _work, _work_title, _of_overview),
)
"""From what matters most to what is left out first where there is no room."""

SCHOOL = Column(N_("School"), _school, lambda entry: entry.place.casefold())


def columns_for(entries: Iterable[Entry]) -> tuple[Column, ...]:
    """The columns of a board: with the school where there are children of several."""
    several = len({entry.key[0] for entry in entries}) > 1
    return (COLUMNS[0], SCHOOL, *COLUMNS[1:]) if several else COLUMNS


def told_apart(schools: Sequence[tuple[str, str]]) -> list[str]:
    """What schools are called in a column: short, and no two the same.

    Args:
        schools: of each its name, and its name in addresses.
    """
    names = [shorten(name, _LONGEST_SCHOOL) for name, _ in schools]
    return [
        name if names.count(name) == 1 else shorten(slug, _LONGEST_SLUG)
        for name, (_, slug) in zip(names, schools, strict=True)
    ]
