"""`optilearn children`: the children of the signed-in parent, in the order of the child switcher."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.cli.visit import visit
from optilearn_tui.export import documents, plain
from optilearn_tui.school.children import switcher_order

if TYPE_CHECKING:
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Ask for the children and print them."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with visit(surroundings) as signed_in:
        children = switcher_order((await signed_in.client.children.mine()).value)
    if arguments.as_json:
        tell_json(documents.children(children))
    else:
        tell(plain.children(children))
