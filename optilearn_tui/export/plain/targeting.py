"""Who sees what, and why, in plain text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.export.plain.items import title_of
from optilearn_tui.export.plain.student import enrolment, student_name
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.audience import Audience, Reach
from optilearn_tui.school.targeting_index import Coverage
from optilearn_tui.wording.places import named
from optilearn_tui.wording.targeting import status_words, why

if TYPE_CHECKING:
    from optilearn_tui.api.people import Student
    from optilearn_tui.export.who_sees import Shown, WhoSees
    from optilearn_tui.school.places import Places


def targeting(told: WhoSees, now: datetime) -> str:
    """Each item and whom it is for; about a student, what they see, what they do not, and why."""
    if told.student is not None:
        return _of_student(told, told.student)
    head = [told.place] if told.place else []
    if not told.items:
        return text_of([[*head, tr("There is no course or announcement.")]])
    count = ntr("{n} course or announcement", "{n} courses and announcements", len(told.items))
    return text_of([[*head, count], *(_item(each, told, now) for each in told.items)])


def _item(shown: Shown, told: WhoSees, now: datetime) -> Lines:
    item, audience, places = shown.item, shown.audience, told.places
    return section(
        title_of(item, told.titles),
        [
            fact(tr("Id"), item.id),
            fact(tr("Status"), status_words(item, now)),
            fact(tr("For"), _targets(shown, places)),
            fact(tr("Students"), _head_count(audience)),
            *_troubles(audience, places),
            *([] if shown.sight is None else [fact(tr("Seen here"), _seen(shown, places))]),
            *([] if shown.coverage is None else [fact(tr("Of this class"), _coverage(shown.coverage))]),
        ],
    )


def _targets(shown: Shown, places: Places) -> str | Unknown:
    if shown.audience.reach is Reach.EVERYONE:
        return tr("everyone")
    classes, sections = shown.item.target_class_ids, shown.item.target_section_ids
    unknown = next((each for each in (classes, sections) if isinstance(each, Unknown)), "")
    return named(places, classes, sections) or unknown


def _head_count(audience: Audience) -> str:
    if isinstance(audience.students, int):
        return number(audience.students)
    if audience.at_least:
        return tr("not known, at least {n}", n=number(audience.at_least))
    return tr("not known")


def _troubles(audience: Audience, places: Places) -> Lines:
    lines = []
    if audience.reach is Reach.NOBODY:
        lines.append(tr("Reaches nobody."))
    gone = named(places, audience.gone_class_ids, audience.gone_section_ids)
    if gone:
        lines.append(fact(tr("No longer there"), gone))
    empty = named(places, audience.empty_class_ids, audience.empty_section_ids)
    if empty:
        lines.append(fact(tr("Empty"), empty))
    return lines


def _coverage(coverage: Coverage) -> str:
    match coverage:
        case Coverage.ALL:
            return tr("all sections")
        case Coverage.PART:
            return tr("some sections")
        case Coverage.NONE:
            return tr("none")
        case Coverage.UNKNOWN:
            return tr("not known")


def _seen(shown: Shown, places: Places) -> str:
    if shown.sight is None:
        return tr("not known")
    reason = why(shown.sight, places)
    match shown.sight.visible:
        case True:
            return tr("yes, {reason}", reason=reason)
        case False:
            return tr("no, {reason}", reason=reason)
        case _:
            return reason


def _of_student(told: WhoSees, student: Student) -> str:
    titles = {True: tr("Sees"), None: tr("May see; that is not known"), False: tr("Does not see")}
    groups = (
        _group(title, told, [each for each in told.items if _visible(each) is visible])
        for visible, title in titles.items()
    )
    head = [*enrolment(student), fact(tr("Contact id"), student.contact_id)]
    return text_of([section(student_name(student), head), *filter(None, groups)])


def _visible(shown: Shown) -> bool | None:
    visible = shown.sight.visible if shown.sight is not None else None
    return visible if isinstance(visible, bool) else None


def _group(title: str, told: WhoSees, items: Iterable[Shown]) -> Lines:
    lines = [
        fact(title_of(shown.item, told.titles), why(shown.sight, told.places))
        for shown in items
        if shown.sight is not None
    ]
    return section(tr("{label}: {value}", label=title, value=number(len(lines))), lines) if lines else []
