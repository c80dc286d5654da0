"""`optilearn overview CHILD`: everything about one child, from three endpoints.

The overview itself has to be answered; attendance (the school's current month, first to last day) and fees
may fail, and are then told as not known.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError
from optilearn_tui.cli.answers import told
from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.cli.visit import visit
from optilearn_tui.export import documents, plain
from optilearn_tui.export.dossier import Dossier
from optilearn_tui.i18n import tr
from optilearn_tui.school.children import matching, switcher_order
from optilearn_tui.school.days import month_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from optilearn_tui.api.children import Child
    from optilearn_tui.api.client import Client
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Find the child, ask everything about them, and print it."""
    asyncio.run(_run(arguments, surroundings))
    return Exit.DONE


async def _run(arguments: Arguments, surroundings: Surroundings) -> None:
    async with visit(surroundings) as signed_in:
        client = signed_in.client
        children = switcher_order((await client.children.mine()).value)
        dossier = await _dossier(client, _chosen(children, arguments.child), surroundings)
    if arguments.as_json:
        tell_json(documents.overview(dossier))
    else:
        tell(plain.overview(dossier))


def _chosen(children: Sequence[Child], text: str) -> Child:
    """The one child that `text` means.

    Raises:
        Refusal: it means none of them, or several.
    """
    found = matching(children, text)
    if len(found) == 1:
        return found[0]
    if found:
        sentence = tr("“{text}” may mean several children. Give a contact id from this list:", text=text)
    elif children:
        sentence = tr("None of your children is called “{text}”. They are:", text=text)
    else:
        sentence = tr("No child is linked to this account.")
    raise Refusal(sentence, *(f"{child.contact_id}  {plain.name_of(child)}" for child in found or children))


async def _dossier(client: Client, child: Child, surroundings: Surroundings) -> Dossier:
    now, zone = surroundings.clock(), surroundings.settings.zone
    answers = await asyncio.gather(
        client.overview.of(child.contact_id),
        client.attendance.of(child.contact_id, *month_of(now, zone)),
        client.fees.of(child.contact_id),
        return_exceptions=True,
    )
    overview, attendance, fees = told(answers[0]), told(answers[1]), told(answers[2])
    if isinstance(overview, ApiError):
        raise overview
    return Dossier(
        child=child,
        overview=overview,
        attendance=attendance,
        fees=fees,
        now=now,
        zone=zone,
        is_own_link=client.deployment.is_own_link,
    )
