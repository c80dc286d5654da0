"""Who sees what, and why, as it was asked: of the whole school, one course, class, section or student."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown
    from optilearn_tui.api.people import Student
    from optilearn_tui.export.gaps import Gap
    from optilearn_tui.school.audience import Audience
    from optilearn_tui.school.places import Places
    from optilearn_tui.school.targeting import Item, Sight
    from optilearn_tui.school.targeting_index import Coverage


@dataclass(frozen=True, slots=True)
class Shown:
    """One course or announcement, and whom it is for.

    Attributes:
        item: the course or announcement.
        audience: whom it is for.
        on_show: whether anyone is shown it (`school.targeting.on_show`).
        sight: how the student, or a student of the section, meets it that was asked about.
        coverage: how much of the class it is for that was asked about.
    """

    item: Item
    audience: Audience
    on_show: bool | Unknown
    sight: Sight | None = None
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class WhoSees:
    """The answer to one question about targeting.

    Attributes:
        items: courses in the server's order, behind each what is announced beside it.
        titles: what each course is called beside which something is announced, by its id.
        places: the names of classes and sections.
        place: the class or section that was asked about, as it is called; empty otherwise.
        student: the student that was asked about.
        gaps: what could not be read.
    """

    items: tuple[Shown, ...]
    titles: Mapping[str, str]
    places: Places
    place: str = ""
    student: Student | None = None
    gaps: tuple[Gap, ...] = ()
