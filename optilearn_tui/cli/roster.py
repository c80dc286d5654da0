"""`optilearn roster SECTION`: who sits in a section now."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import InvalidRequest, NotFound
from optilearn_tui.cli.chosen_place import chosen_section, no_section
from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import tell, tell_csv, tell_json
from optilearn_tui.cli.visit import staff_visit
from optilearn_tui.export import staff_documents
from optilearn_tui.export.plain.roster import roster as in_words
from optilearn_tui.export.tables import csv_text
from optilearn_tui.school.places import Places

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings

    Roster = Reading[tuple[RosterEntry, ...]]


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Find the section, ask who sits in it, and print them."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with staff_visit(surroundings) as client:
        name, roster = await _asked(client, arguments.section or "")
    if arguments.as_json:
        tell_json(staff_documents.roster(roster.value))
    elif arguments.as_csv:
        tell_csv(csv_text(staff_documents.ROSTER_KEYS, staff_documents.roster_cells(roster.value)))
    else:
        tell(in_words(roster.value, name, roster.at, surroundings.settings.zone))


async def _asked(client: Client, text: str) -> tuple[str, Roster]:
    """The section's name and roster.

    What is no section of the catalogue may still be the id of one: of another year, or of a class whose
    sections the school left out.

    Raises:
        Refusal: the text means no section, or several.
    """
    place = chosen_section(Places((await client.classes.all()).value), text)
    section_id = text.strip() if place is None else place.id
    try:
        roster = await client.rosters.of(section_id)
    except (NotFound, InvalidRequest):
        if place is None:
            raise no_section(text) from None
        raise
    return (section_id if place is None else place.name), roster
