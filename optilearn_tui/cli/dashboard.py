"""`optilearn` without a command: the dashboard.

Only the toolkit and the app's light first modules are imported before the first paint. The client and the
keyring are imported by `accounts_of`, which the app calls in a thread once something stands on the screen.
"""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.exits import Refusal
from optilearn_tui.i18n import tr
from optilearn_tui.settings import remember
from optilearn_tui.tui.terminal_widths.probe import Question

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.doctor import Case
    from optilearn_tui.export.sheet_file import Sheet


def run(_arguments: Arguments, surroundings: Surroundings) -> int:
    """Open the dashboard, and stay until the person leaves."""
    require_terminal()
    settings = surroundings.settings
    deployment = Deployment.from_environment(surroundings.environ)
    hasten()
    with Question(surroundings.environ, settings.devanagari_cells) as question:
        from optilearn_tui.cli.running import run_app
        from optilearn_tui.tui.app import OptiLearnApp
        from optilearn_tui.tui.terminal_widths.remembering import remembered

        app = OptiLearnApp(
            partial(_accounts, surroundings),
            settings,
            deployment=deployment,
            remember=partial(remember, surroundings.places),
            clock=surroundings.clock,
            export=export_sheet,
            doctor=partial(_case, surroundings),
            environ=surroundings.environ,
        )
        app.line_up(remembered(question.answer(), surroundings.places.cache_dir, surroundings.environ))
        return run_app(app)


def require_terminal() -> None:
    """Refuse to draw where nobody can see it or press a key.

    Raises:
        Refusal: standard input, output or error is no terminal.
    """
    if "TEXTUAL_DRIVER" in os.environ:
        return  # Another program draws what is sent to it, in a browser perhaps: its pipes are no terminal.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refusal(
            tr("The dashboard needs a terminal. For scripts and screen readers: optilearn overview CHILD.")
        )


def hasten() -> None:
    """Do without what only costs time.

    No garbage is collected until something is on the screen; the app begins again then. Pydantic looks for
    plugins in the metadata of all that is installed: here it finds none, and needs nothing to look with.
    """
    gc.disable()
    no_plugins = ModuleType("pydantic.plugin._loader")
    vars(no_plugins)["get_plugins"] = tuple
    sys.modules.setdefault(no_plugins.__name__, no_plugins)


def export_sheet(sheet: Sheet) -> Path:
    """Write what somebody looks at to a new file in the current folder, and say where.

    Raises:
        OSError: no file can be written there.
    """
    from optilearn_tui.export.sheet_file import write_sheet

    return write_sheet(sheet)


def _accounts(surroundings: Surroundings) -> Accounts:
    from optilearn_tui.cli.visit import accounts_of

    import_module("optilearn_tui.api.client")  # here, in a thread, rather than where the screen waits for it
    return accounts_of(surroundings)


def _case(surroundings: Surroundings, signed_in: SignedIn | None, school: str | None) -> Case:
    from optilearn_tui.doctor import case_here

    return case_here(
        surroundings.settings,
        surroundings.places,
        surroundings.environ,
        clock=surroundings.clock,
        signed_in=signed_in,
        school=school,
        who=surroundings.account,
    )
