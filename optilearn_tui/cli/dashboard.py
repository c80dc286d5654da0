"""`optilearn` without a command: the dashboard.

Only the toolkit and the app's light first modules are imported before the first paint. The client and the
keyring are imported by `accounts_of`, which the app calls in a thread once something stands on the screen.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.i18n import tr
from optilearn_tui.settings import remember
from optilearn_tui.tui.terminal_widths.probe import Question

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.export.sheet_file import Sheet


def run(_arguments: Arguments, surroundings: Surroundings) -> int:
    """Open the dashboard, and stay until the person leaves."""
    require_terminal()
    settings = surroundings.settings
    deployment = Deployment.from_environment(surroundings.environ)
    hasten()
    with Question(surroundings.environ, settings.devanagari_cells) as question:
        from optilearn_tui.tui.app import OptiLearnApp
        from optilearn_tui.tui.terminal_widths.remembering import remembered

        app = OptiLearnApp(
            partial(_accounts, surroundings),
            settings,
            deployment=deployment,
            remember=partial(remember, surroundings.places),
            clock=surroundings.clock,
            export=export_sheet,
            environ=surroundings.environ,
        )
        app.line_up(remembered(question.answer(), surroundings.places.cache_dir, surroundings.environ))
        app.run()
    return app.return_code or Exit.DONE


def require_terminal() -> None:
    """Refuse to draw where nobody can see it or press a key.

    Raises:
        Refusal: standard input, output or error is no terminal.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refusal(
            tr("The dashboard needs a terminal. For scripts and screen readers: optilearn overview CHILD.")
        )


def hasten() -> None:
    """Collect no garbage until something is on the screen; the app begins again then."""
    gc.disable()


def export_sheet(sheet: Sheet) -> Path:
    """Write what somebody looks at to a new file in the current folder, and say where.

    Raises:
        OSError: no file can be written there.
    """
    from optilearn_tui.export.sheet_file import write_sheet

    return write_sheet(sheet)


def _accounts(surroundings: Surroundings) -> Accounts:
    from optilearn_tui.cli.visit import accounts_of

    return accounts_of(surroundings)
