"""`optilearn find TEXT`: a student or a parent, anywhere in the school.

No answer of the school lists everybody, so every roster is read, then the parents of every student on them,
and, where the text has a digit that is no phone number's, every student's record for the student code.
Whoever sits in no section cannot be found so.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit, exit_of
from optilearn_tui.cli.long_reading import LongReading
from optilearn_tui.cli.progress import Progress
from optilearn_tui.cli.streams import complain, tell, tell_json
from optilearn_tui.cli.visit import staff_visit
from optilearn_tui.export import staff_documents
from optilearn_tui.export.gaps import Part
from optilearn_tui.export.plain.gaps import gaps as gaps_in_words
from optilearn_tui.export.plain.search_result import search_result as in_words
from optilearn_tui.export.search_result import SearchResult
from optilearn_tui.i18n import tr
from optilearn_tui.school.finding import Directory
from optilearn_tui.school.needle import Needle, identifies
from optilearn_tui.school.places import Places
from optilearn_tui.wording.places import class_title

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Look for somebody, and print whoever was found; after Ctrl-C, whoever was found until then."""
    with Progress() as progress:
        search = _Search(arguments.text, LongReading(progress))
        try:
            asyncio.run(search.read(surroundings))
        except KeyboardInterrupt:
            if not search.has_begun:
                raise
            search.is_stopped = True
    return search.tell(as_json=arguments.as_json)


class _Search:
    """One search, as far as it has come."""

    def __init__(self, text: str, reading: LongReading) -> None:
        self.has_begun = False
        self.is_stopped = False
        self._text = text
        self._reading = reading
        self._directory = Directory()
        self._places = Places()
        self._students: dict[str, None] = {}

    async def read(self, surroundings: Surroundings) -> None:
        async with staff_visit(surroundings) as client:
            classes = (await client.classes.all()).value
            self._places = Places(classes)
            self._reading.note_classes(classes)
            self.has_begun = True
            await self._read_everybody(client)

    async def _read_everybody(self, client: Client) -> None:
        read = self._reading.of_each
        await read(Part.ROSTER, self._places.section_ids, client.rosters.of, self._take_roster)
        await read(Part.PARENTS, self._students, client.parents.of, self._directory.add_parents)
        if may_be_student_code(self._text):
            await read(Part.STUDENT, self._students, client.people.student, self._take_student)

    def _take_roster(self, section_id: str, entries: tuple[RosterEntry, ...]) -> None:
        self._directory.add_roster(section_id, entries)
        self._students.update(dict.fromkeys(entry.student_contact_id for entry in entries))

    def _take_student(self, _contact_id: str, student: Student) -> None:
        self._directory.add_student(student)

    def tell(self, *, as_json: bool) -> int:
        gaps = tuple(self._reading.gaps)
        result = SearchResult(self._directory.search(self._text), self._places, gaps)
        if as_json:
            tell_json(staff_documents.search_result(result))
        elif result.found or not gaps:
            tell(in_words(result))
        complain(*gaps_in_words(gaps, self._name))
        if gaps or self.is_stopped:
            complain(tr("Not everybody was looked at: somebody may be missing."))
        if self.is_stopped:
            return Exit.INTERRUPTED
        failure = self._reading.lost or self._reading.nothing_of(Part.ROSTER)
        return Exit.DONE if failure is None else exit_of(failure)

    def _name(self, part: Part, id_: str) -> str:
        match part:
            case Part.SECTIONS:
                return class_title(self._places.of_class(id_))
            case Part.ROSTER:
                return self._places.of_section(id_)
        pupil = self._directory.pupil(id_)
        return pupil.name if pupil is not None and isinstance(pupil.name, str) else id_


def may_be_student_code(text: str) -> bool:
    """Whether every student's record is to be read for a text: it has a digit, and is no phone or e-mail."""
    has_digit = any(each.isdecimal() for each in text)
    return has_digit and "@" not in text and not any(map(identifies, Needle.of(text).phone))
