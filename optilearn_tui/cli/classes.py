"""`optilearn classes`: the catalogue of classes and their sections."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.cli.visit import staff_visit
from optilearn_tui.export import staff_documents
from optilearn_tui.export.plain.classes import classes as in_words

if TYPE_CHECKING:
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Ask for the classes of the current year and print them."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with staff_visit(surroundings) as client:
        classes = (await client.classes.all()).value
    if arguments.as_json:
        tell_json(staff_documents.classes(classes))
    else:
        tell(in_words(classes))
