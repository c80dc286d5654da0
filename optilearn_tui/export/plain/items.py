"""What a course or an announcement is called in plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.school.targeting import Item


def title_of(item: Item, courses: Mapping[str, str]) -> str:
    """What an item is and what it is called; behind an announcement the course that it is beside.

    Args:
        item: the course or announcement.
        courses: titles of courses by id.
    """
    title = item.title if isinstance(item.title, str) and item.title.strip() else tr("without a title")
    if isinstance(item, CatalogueCourse):
        return tr("{label}: {value}", label=tr("Course"), value=title)
    beside = courses.get(item.course_id) if isinstance(item.course_id, str) else None
    words = tr("{title} ({course})", title=title, course=beside) if beside else title
    return tr("{label}: {value}", label=tr("Announcement"), value=words)
