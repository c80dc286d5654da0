"""The classes of a school in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.school.places import class_name, section_name
from optilearn_tui.wording.places import class_title

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass


def classes(every: Sequence[SchoolClass]) -> str:
    """The classes in the order given: id, year, and the sections with their ids."""
    if not every:
        return text_of([[tr("The school lists no class.")]])
    return text_of([_count(every), *(_class(each) for each in every)])


def _count(every: Sequence[SchoolClass]) -> Lines:
    counted = ntr("{n} class", "{n} classes", len(every))
    if any(isinstance(each.sections, Unknown) for each in every):
        return [counted]
    sections = sum(len(each.sections) for each in every if isinstance(each.sections, tuple))
    counted_sections = ntr("{n} section", "{n} sections", sections)
    return [f"{counted}, {counted_sections}"]


def _class(school_class: SchoolClass) -> Lines:
    return section(
        class_title(class_name(school_class)),
        [
            fact(tr("Class id"), school_class.id),
            fact(tr("Year"), school_class.year),
            *_sections(school_class),
        ],
    )


def _sections(school_class: SchoolClass) -> Lines:
    if isinstance(school_class.sections, Unknown):
        return [fact(tr("Sections"), school_class.sections)]
    if not school_class.sections:
        return [tr("No sections.")]
    return [
        fact(tr("Section"), tr("{name} ({id})", name=section_name(school_class, each), id=each.id))
        for each in school_class.sections
    ]
