"""`optilearn logout`: signs out, and forgets the session whatever the school says."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import complain, tell
from optilearn_tui.cli.visit import accounts_of
from optilearn_tui.i18n import tr
from optilearn_tui.tui.farewell import farewell

if TYPE_CHECKING:
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(_arguments: Arguments, surroundings: Surroundings) -> int:
    """Sign out; done as well where nobody was signed in, failed where the session could not be erased."""
    signed_out = asyncio.run(accounts_of(surroundings).forget())
    if signed_out is None:
        complain(tr("Nobody was signed in; there is nothing to forget."))
        if surroundings.environ.get("OPTILEARN_SESSION_TOKEN", "").strip():
            complain(tr("OPTILEARN_SESSION_TOKEN still holds a session: unset that variable yourself."))
        return Exit.DONE
    tell(farewell(signed_out, surroundings.settings.zone) + "\n")
    return Exit.FAILED if signed_out.left_behind else Exit.DONE
