"""What `targeting --json` prints: who sees what, and why, for programs (COMMANDS.md, JSON)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import to_wire
from optilearn_tui.export.gaps import gap_rows
from optilearn_tui.school.audience import Reach
from optilearn_tui.school.targeting import Because, kind_of
from optilearn_tui.school.targeting_index import Coverage

if TYPE_CHECKING:
    from optilearn_tui.export.who_sees import Shown, WhoSees

JsonObject = dict[str, object]


def targeting(told: WhoSees) -> JsonObject:
    """Every item, whom it is for, and what is not known.

    Promised of each: `kind`, `id`, `title`, the two target lists, `reach`, and `students`, the head count of
    those it is for. `reach` and `because` speak of targeting alone (PLATFORM.md §7). `visible` says whether
    the student sees the item, so that it is false as well for one that nobody is shown: `onShow` is false for
    a course that is no longer or not yet published, and for an announcement whose time has not come.
    `coverage` says how much of the class that was asked about an item is for: `all` or `part`.
    """
    answer: JsonObject = {"items": [_item(shown) for shown in told.items]}
    if told.student is not None:
        answer["student"] = to_wire(told.student)
    return {**answer, "unknown": gap_rows(told.gaps)}


def _item(shown: Shown) -> JsonObject:
    item, audience = shown.item, shown.audience
    return {
        "kind": kind_of(item).value,
        "id": item.id,
        "title": to_wire(item.title),
        "targetClassIds": to_wire(item.target_class_ids),
        "targetSectionIds": to_wire(item.target_section_ids),
        "reach": None if audience.reach is Reach.UNKNOWN else audience.reach.value,
        "students": to_wire(audience.students),
        **_sight(shown),
        "studentsAtLeast": audience.at_least,
        **_state(shown),
        "onShow": to_wire(shown.on_show),
        "goneClassIds": to_wire(audience.gone_class_ids),
        "goneSectionIds": to_wire(audience.gone_section_ids),
        "emptyClassIds": to_wire(audience.empty_class_ids),
        "emptySectionIds": to_wire(audience.empty_section_ids),
    }


def _sight(shown: Shown) -> JsonObject:
    told: JsonObject = {}
    if shown.sight is not None:
        because = shown.sight.because
        told["visible"] = to_wire(shown.sight.visible)
        told["because"] = None if because is Because.UNKNOWN else because.value
    if shown.coverage is not None:
        told["coverage"] = None if shown.coverage is Coverage.UNKNOWN else shown.coverage.value
    return told


def _state(shown: Shown) -> JsonObject:
    item = shown.item
    if isinstance(item, CatalogueCourse):
        return {"status": to_wire(item.status)}
    return {"courseId": to_wire(item.course_id), "publishedAt": to_wire(item.published_at)}
