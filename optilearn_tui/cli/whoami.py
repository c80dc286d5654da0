"""`optilearn whoami`: who is signed in, where, and until when."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.cli.visit import visit
from optilearn_tui.export import documents, plain

if TYPE_CHECKING:
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Ask the school who the session belongs to, and print it."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with visit(surroundings) as signed_in:
        who, institution, source = signed_in.identity, signed_in.client.slug, signed_in.source.value
    if arguments.as_json:
        tell_json(documents.whoami(who, institution, source))
    else:
        tell(plain.whoami(who, institution, source, surroundings.settings.zone, surroundings.clock()))
