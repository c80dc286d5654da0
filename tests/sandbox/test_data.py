"""The bundled histories: the same on every run, told from the clock's day, hostile where they mean to be."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from optilearn_tui.sandbox import Sandbox
from tests.conftest import NOON

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2031, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def everything(sandbox: Sandbox) -> str:
    """All that is written down, and of what is made at need the first thirty things of each kind."""
    told = {
        f"{slug} {part.name}": _first(getattr(register, part.name))
        for slug, register in sandbox.data.items()
        for part in fields(register)
    }
    return json.dumps(told, sort_keys=True)


def _first(shelf: Mapping[str, object]) -> dict[str, object]:
    rows = {key: shelf[key] for key in islice(shelf, 30)}
    return {key: list(row[:30]) if isinstance(row, Sequence) else row for key, row in rows.items()}


def test_two_sandboxes_of_one_day_tell_the_same(noon: Clock) -> None:
    assert everything(Sandbox(clock=noon)) == everything(Sandbox(clock=lambda: NOON + timedelta(hours=3)))


def test_what_is_changed_is_told_until_the_school_day_ends() -> None:
    now = NOON
    sandbox = Sandbox(clock=lambda: now)
    sandbox.data["riverside"].fees["c-aarav"]["status"] = "PAID"
    now += timedelta(hours=11)
    assert sandbox.data["riverside"].fees["c-aarav"]["status"] == "PAID"
    now += timedelta(hours=1)  # midnight in India
    assert sandbox.data["riverside"].fees["c-aarav"] == {
        "status": "PARTIAL",
        "outstanding": 12500,
        "dueDate": "2026-04-04",
    }


@given(moment=MOMENTS)
@settings(max_examples=15, deadline=None)
def test_on_every_day_there_is_work_overdue_and_work_to_come(moment: datetime) -> None:
    upcoming = Sandbox(clock=lambda: moment).data["riverside"].overviews["c-aarav"]["upcoming"]
    assert isinstance(upcoming, list)
    late = [datetime.fromisoformat(row["dueAt"]) < moment for row in upcoming]
    assert late == [True, False, False, False, False]


@given(moment=MOMENTS)
@settings(max_examples=15, deadline=None)
def test_on_no_day_does_the_past_lie_in_the_future(moment: datetime) -> None:
    sandbox = Sandbox(clock=lambda: moment)
    for register in sandbox.data.values():
        for parts in register.overviews.values():
            for section, key in (("courses", "lastAccessedAt"), ("recentGrades", "gradedAt")):
                rows = parts[section]
                assert isinstance(rows, list)
                assert all(datetime.fromisoformat(row[key]) < moment for row in rows if row[key] is not None)


def test_live_classes_are_attended_by_some_and_missed_by_others(sandbox: Sandbox) -> None:
    live = [sandbox.data["riverside"].overviews[child]["liveClasses"] for child in ("c-aarav", "c-diya")]
    counts = [(row["attendedThisMonth"], row["missedThisMonth"]) for row in live if isinstance(row, dict)]
    assert all(attended > 0 for attended, _ in counts)
    assert any(missed > 0 for _, missed in counts)


def test_one_family_tries_everything_that_is_more_than_text(sandbox: Sandbox) -> None:
    told = json.dumps(sandbox.data["riverside"].overviews["c-bobby"], ensure_ascii=False)
    raw = json.loads(told)
    texts = json.dumps(raw)
    for trick in (
        "\\u001b[31m",
        "\\u001b]0;",
        "\\u202e",
        "\\u2066",
        "\\u0000",
        "[/]",
        "[@click=",
        "{0.__class__}",
    ):
        assert trick in texts


def test_names_in_brackets_and_in_hindi_are_among_the_children(sandbox: Sandbox) -> None:
    names = {
        str(row["name"])
        for register in sandbox.data.values()
        for rows in register.children.values()
        for row in rows
    }
    assert {"Kabir [KD] Sharma [/]", "दीया शर्मा", "Anna D'Souza", "तारा वर्मा"} <= names


def test_ids_are_unique_within_each_list(sandbox: Sandbox) -> None:
    keys = {"courses": "enrollmentId", "recentGrades": "submissionId", "upcoming": "assignmentId"}
    for register in sandbox.data.values():
        for parts in register.overviews.values():
            for section, key in keys.items():
                rows = parts[section]
                assert isinstance(rows, list)
                ids = [row[key] for row in rows]
                assert len(ids) == len(set(ids))
