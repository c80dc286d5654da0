"""`optilearn student CONTACT`: one student, and how to reach the parents.

The student's own record has to be answered; parents, attendance (the school's current month) and fees may
fail, and are then told as not known. Fees are asked for with `--fees` only.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, InvalidRequest, NotFound
from optilearn_tui.cli.answers import told
from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.cli.visit import staff_visit
from optilearn_tui.export import staff_documents
from optilearn_tui.export.plain.student import student as in_words
from optilearn_tui.export.student_dossier import StudentDossier
from optilearn_tui.i18n import tr
from optilearn_tui.school.days import month_of

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.people import Student
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Ask about the student and print what is told."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with staff_visit(surroundings) as client:
        student = await student_of(client, arguments.contact)
        dossier = await _dossier(client, student, surroundings, with_fees=arguments.fees)
    if arguments.as_json:
        tell_json(staff_documents.student(dossier))
    else:
        tell(in_words(dossier))


async def student_of(client: Client, contact_id: str) -> Student:
    """The student with this contact id.

    Raises:
        Refusal: the school has none.
        ApiError: it could not be told.
    """
    try:
        return (await client.people.student(contact_id.strip())).value
    except (NotFound, InvalidRequest):
        raise Refusal(
            tr("No student has the contact id “{text}”. “optilearn find NAME” finds it out.", text=contact_id)
        ) from None


async def _dossier(
    client: Client, student: Student, surroundings: Surroundings, *, with_fees: bool
) -> StudentDossier:
    now, zone, contact_id = surroundings.clock(), surroundings.settings.zone, student.contact_id
    answers = await asyncio.gather(
        client.parents.of(contact_id),
        client.attendance.of(contact_id, *month_of(now, zone)),
        return_exceptions=True,
    )
    parents, attendance = told(answers[0]), told(answers[1])
    return StudentDossier(
        student=student,
        parents=parents,
        attendance=attendance,
        fees=await _fees(client, contact_id) if with_fees else None,
        now=now,
        zone=zone,
    )


async def _fees(client: Client, contact_id: str) -> FeeRecord | ApiError:
    try:
        return (await client.fees.of(contact_id)).value
    except ApiError as problem:
        return told(problem)
