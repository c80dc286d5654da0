"""Plain text: a heading, then one fact a line; none said as none, unknown as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.models import Unknown
from optilearn_tui.export import plain
from optilearn_tui.export.plain.attendance import attendance
from optilearn_tui.export.plain.facts import fact
from optilearn_tui.export.plain.fees import fees
from optilearn_tui.i18n import Language, use
from tests.export.dossiers import EMPTY, KOLKATA, NOON, RICH, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

    from optilearn_tui.export.dossier import Dossier


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English before and after each test."""
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.mark.parametrize("language", list(Language))
def test_a_child_with_everything(language: Language, snapshot: SnapshotAssertion) -> None:
    use(language)

    assert plain.overview(RICH) == snapshot


@pytest.mark.parametrize("language", list(Language))
def test_a_child_with_nothing_yet(language: Language, snapshot: SnapshotAssertion) -> None:
    use(language)

    assert plain.overview(EMPTY) == snapshot


@pytest.mark.parametrize("language", list(Language))
def test_a_child_nothing_is_known_of(language: Language, snapshot: SnapshotAssertion) -> None:
    use(language)

    assert plain.overview(UNKNOWN) == snapshot


@pytest.mark.parametrize("language", list(Language))
def test_the_children_of_a_parent(language: Language, snapshot: SnapshotAssertion) -> None:
    use(language)

    assert plain.children([RICH.child, EMPTY.child, UNKNOWN.child]) == snapshot


@pytest.mark.parametrize("dossier", [RICH, EMPTY, UNKNOWN])
def test_nothing_is_drawn(dossier: Dossier) -> None:
    text = plain.overview(dossier)

    assert not any("\u2500" <= character <= "\u259f" for character in text)
    assert "\x1b" not in text
    assert all(line == line.strip() for line in text.splitlines())


def test_none_and_unknown_never_sound_alike() -> None:
    assert fact("Due", None) == "Due: none"
    assert fact("Due", Unknown.LEFT_OUT) == "Due: not known (the school's answer does not say)"
    assert fact("Due", Unknown.UNREADABLE) == "Due: not known (the school's answer could not be read)"
    assert fact("Due", 0) == "Due: 0"


def test_braces_in_a_name_are_just_braces() -> None:
    assert fact("Name", "{label} {0}") == "Name: {label} {0}"


def test_a_link_out_of_the_school_is_not_shown() -> None:
    text = plain.overview(RICH)

    assert "evil.example" not in text
    assert "PDF: not shown, it leads outside the school's own sites" in text
    assert "Verify at: https://learn.opticrm.app/verify/PY-1" in text


def test_a_credit_is_not_called_outstanding() -> None:
    lines = fees(FeeRecord(status="PAID", outstanding=-500, due_date=None), NOON, KOLKATA)

    assert lines == ["Fees", "Status: paid", "Credit: ₹500", "Due: none"]


def test_a_fee_record_without_a_balance_says_what_it_knows() -> None:
    lines = fees(FeeRecord(status="WAIVED"), NOON, KOLKATA)

    assert lines[1] == "Status: WAIVED"
    assert lines[2] == "Outstanding: not known (the school's answer does not say)"


def test_attendance_with_an_unknown_mark_gives_no_percentage_and_no_final_count() -> None:
    marked = (AttendanceDay(date=NOON.date(), status="PRESENT"), AttendanceDay(status="HALF"))

    lines = attendance(marked, NOON, KOLKATA)

    assert "Attendance: not known (the school's answer could not be read)" in lines
    assert "Attended: not known, at least 1" in lines
    assert "Missed: not known, at least 0" in lines
    assert "1 mark could not be read." in lines


def test_who_is_signed_in_on_claims_alone_is_said_to_be_unconfirmed() -> None:
    confirmed = plain.whoami(Identity(name="Meera"), "riverside", "keyring", KOLKATA, NOON)
    claimed = plain.whoami(Identity(name="Meera", verified=False), "riverside", "keyring", KOLKATA, NOON)

    assert "not confirmed" not in confirmed
    assert "not confirmed by the school" in claimed
    assert "Session valid until: not known" in confirmed
