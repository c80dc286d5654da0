"""What classes and sections are called where they stand alone, or in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.school.places import Places

Ids = Iterable[str] | Unknown


def class_title(name: str) -> str:
    """A class as it stands alone: `Class 8`, `Nursery`."""
    return tr("Class {name}", name=name) if name.isdecimal() else name


def named(places: Places, class_ids: Ids, section_ids: Ids) -> str:
    """Classes and sections as they are targeted: `Class 8, 7-A`; that there may be others is said."""
    classes = () if isinstance(class_ids, Unknown) else class_ids
    sections = () if isinstance(section_ids, Unknown) else section_ids
    words = ", ".join(
        (*(class_title(places.of_class(each)) for each in classes), *map(places.of_section, sections))
    )
    if words and (isinstance(class_ids, Unknown) or isinstance(section_ids, Unknown)):
        return tr("{places}, and perhaps others", places=words)
    return words
