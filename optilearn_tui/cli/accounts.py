"""`optilearn accounts`: the accounts on this computer, and with which one the program begins. Asks nobody."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.cli.streams import complain, tell, tell_json
from optilearn_tui.cli.surroundings import Surroundings
from optilearn_tui.cli.visit import accounts_of, mention
from optilearn_tui.export.account_list import account_list
from optilearn_tui.export.plain.accounts import accounts as in_words
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account, Accounts
    from optilearn_tui.cli.arguments import Arguments


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Choose the account that was named, if one was, and list them all."""
    accounts, code = accounts_of(surroundings), Exit.DONE
    if arguments.default is not None:
        chosen = accounts.called(arguments.default)
        code = _choose(accounts, chosen)
        # The next run decides anew: by the settings as they are now, and by the environment.
        accounts = accounts_of(Surroundings.of(surroundings.environ, surroundings.clock))
        if code is Exit.DONE and not chosen.is_same(accounts.default):
            complain(tr("OPTILEARN_ACCOUNT or OPTILEARN_INSTITUTION is set, and goes before this choice."))
    known, default = accounts.known(), accounts.default
    if arguments.as_json:
        tell_json(account_list(known, default))
    elif known:
        tell(in_words(known, default, surroundings.settings.zone, surroundings.clock()))
    else:
        complain(tr("There is no account on this computer. Sign in with “optilearn login”."))
    return code


def _choose(accounts: Accounts, account: Account) -> Exit:
    notices = asyncio.run(accounts.choose(account))
    mention(notices)
    return Exit.FAILED if notices else Exit.DONE
