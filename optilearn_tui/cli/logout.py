"""`optilearn logout`: signs out, and forgets the account whatever the school says."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.streams import complain, tell
from optilearn_tui.cli.visit import accounts_of
from optilearn_tui.i18n import tr
from optilearn_tui.tui.farewell import farewell

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedOut
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Sign out; done as well where nobody was signed in, failed where something could not be erased."""
    if arguments.every and surroundings.account is not None:
        raise Refusal(tr("--all and --account do not go together: sign out of every account, or of one."))
    # What was kept before somebody chose to keep nothing is to be found as well.
    settings = replace(surroundings.settings, keep_nothing=False)
    accounts = accounts_of(replace(surroundings, found=settings))
    gone = asyncio.run(_forget(accounts, every=arguments.every))
    for signed_out in gone:
        if arguments.every and signed_out.account is not None:
            tell(f"{signed_out.account.label}: ")
        tell(farewell(signed_out, settings.zone) + "\n")
    if not gone:
        complain(tr("Nobody was signed in; there is nothing to forget."))
        if surroundings.environ.get("OPTILEARN_SESSION_TOKEN", "").strip():
            complain(tr("OPTILEARN_SESSION_TOKEN still holds a session: unset that variable yourself."))
    _mention_others(accounts)
    return Exit.FAILED if any(signed_out.left_behind for signed_out in gone) else Exit.DONE


async def _forget(accounts: Accounts, *, every: bool) -> tuple[SignedOut, ...]:
    if every:
        return await accounts.forget_all()
    signed_out = await accounts.forget()
    return () if signed_out is None else (signed_out,)


def _mention_others(accounts: Accounts) -> None:
    others = ", ".join(account.label for account in accounts.known())
    if others:
        complain(tr("Still on this computer: {accounts}.", accounts=others))
