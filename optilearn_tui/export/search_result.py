"""Whoever was found in a whole school, and where could not be looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.export.gaps import Gap
    from optilearn_tui.school.finding import Found
    from optilearn_tui.school.places import Places


@dataclass(frozen=True)
class SearchResult:
    """What came of looking for somebody.

    Attributes:
        found: the best fits first (`school.finding`).
        places: the names of the sections they sit in.
        gaps: what could not be read: somebody may be missing.
    """

    found: tuple[Found, ...]
    places: Places
    gaps: tuple[Gap, ...] = ()
