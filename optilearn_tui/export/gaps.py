"""What a long reading wanted to know and did not find out: kept, so that it can be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.export.documents import JsonObject, reason_of

if TYPE_CHECKING:
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.models import Unknown


class Part(StrEnum):
    """Which of many things a gap is one of; what its id is the id of stands behind it."""

    SECTIONS = "sections"
    """A class."""
    ROSTER = "roster"
    """A section."""
    PARENTS = "parents"
    """A student's contact."""
    STUDENT = "student"
    """A student's contact."""
    COURSES = "courses"
    """None: the listing as a whole."""
    ANNOUNCEMENTS = "announcements"
    """A course."""


class Unread(StrEnum):
    """Why something was not read although nothing failed."""

    STOPPED = "stopped"
    """Somebody stopped the reading before."""
    INCOMPLETE = "incomplete"
    """The listing gave less than it promised, or moved while it was read."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not known, and what kept it from being read."""

    part: Part
    id: str | None
    why: ApiError | Unknown | Unread


def gap_rows(gaps: Sequence[Gap]) -> list[JsonObject]:
    """The gaps for programs: `part`, `id`, and `reason` as in `documents.reason_of` or `Unread`."""
    return [{"part": gap.part.value, "id": gap.id, "reason": _reason(gap.why)} for gap in gaps]


def _reason(why: ApiError | Unknown | Unread) -> str:
    return why.value if isinstance(why, Unread) else reason_of(why)
