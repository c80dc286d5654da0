"""`optilearn targeting`: who sees which courses and announcements, and why.

Courses and announcements are OptiLearn's, which asks for a person's session even where a service key opens
everything else (PLATFORM.md §3). A student's own record says where they sit; heads are counted on
the rosters.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.long_reading import LongReading
from optilearn_tui.cli.progress import Progress
from optilearn_tui.cli.streams import complain, tell, tell_json
from optilearn_tui.cli.survey import Survey
from optilearn_tui.cli.visit import staff_visit
from optilearn_tui.export.plain.gaps import gaps as gaps_in_words
from optilearn_tui.export.plain.targeting import targeting as in_words
from optilearn_tui.export.targeting_document import targeting as as_document
from optilearn_tui.export.who_sees import Shown, WhoSees
from optilearn_tui.i18n import tr
from optilearn_tui.school.targeting import on_show
from optilearn_tui.school.targeting_index import Coverage, TargetingIndex

if TYPE_CHECKING:
    from datetime import datetime

    from optilearn_tui.api.client import Client
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.school.targeting import Sight


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Read what is for whom, and print the part that was asked for."""
    with Progress() as progress:
        survey = Survey(LongReading(progress))
        asyncio.run(_read(survey, arguments, surroundings))
    now = surroundings.clock()
    told = _who_sees(survey, now)
    if arguments.as_json:
        tell_json(as_document(told))
    else:
        tell(in_words(told, now))
    complain(*gaps_in_words(told.gaps, survey.name))
    return Exit.DONE


async def _read(survey: Survey, arguments: Arguments, surroundings: Surroundings) -> None:
    async with staff_visit(surroundings) as client:
        _require_session(client)
        await survey.read(client, arguments)


def _require_session(client: Client) -> None:
    if client.identity is None:
        raise Refusal(
            tr(
                "Courses and announcements are read with your own session; the service key is not enough. "
                "Sign in with “optilearn login --as staff”."
            ),
            code=Exit.NOT_SIGNED_IN,
        )


def _who_sees(survey: Survey, now: datetime) -> WhoSees:
    index = TargetingIndex(survey.items, survey.structure, now)
    return WhoSees(
        items=tuple(_shown(index, survey, now)),
        titles=survey.titles,
        places=survey.places,
        place=survey.place,
        student=survey.student,
        gaps=tuple(survey.reading.gaps),
    )


def _shown(index: TargetingIndex, survey: Survey, now: datetime) -> Iterable[Shown]:
    """The items that were asked for, each with what was asked about it."""
    if survey.student is not None:
        return [_met(index, sight) for sight in index.sights(survey.enrolment)]
    if survey.section is not None:
        sights = index.sights(survey.structure.enrolment_in(survey.section.id))
        return [_met(index, sight) for sight in sights if sight.because.matches is not False]
    class_ = survey.class_
    items = (
        Shown(
            item,
            index.audience(item),
            on_show(item, now),
            coverage=None if class_ is None else index.coverage(item, class_.id),
        )
        for item in index.items
    )
    return [each for each in items if each.coverage is not Coverage.NONE]


def _met(index: TargetingIndex, sight: Sight) -> Shown:
    return Shown(sight.item, index.audience(sight.item), sight.on_show, sight)
