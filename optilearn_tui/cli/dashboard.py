"""`optilearn` without a command: the dashboard.

Nothing heavy is imported before the first frame. Then come the client and the keyring (`accounts_of`), so
that a school is asked before the toolkit is there. Where nothing can be shown without the toolkit, it comes
first, and the app imports the others in a thread once it stands on the screen.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.exits import Refusal
from optilearn_tui.cli.first_frame import size
from optilearn_tui.i18n import tr
from optilearn_tui.settings import remember
from optilearn_tui.tui.terminal_widths.probe import Question

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.doctor import Case
    from optilearn_tui.export.sheet_file import Sheet
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.app import OptiLearnApp
    from optilearn_tui.tui.early.easel import Easel
    from optilearn_tui.tui.early.head_start import HeadStart
    from optilearn_tui.tui.terminal_widths.probe import Answer


def run(_arguments: Arguments, surroundings: Surroundings) -> int:
    """Open the dashboard, and stay until the person leaves."""
    require_terminal()
    settings = surroundings.settings
    deployment = Deployment.from_environment(surroundings.environ)
    hasten()
    with Question(surroundings.environ, settings.devanagari_cells) as question:
        from optilearn_tui.cli.running import Show, run_app

        @cache
        def answer() -> Answer:
            from optilearn_tui.tui.terminal_widths.remembering import remembered

            return remembered(question.answer(), surroundings.places.cache_dir, surroundings.environ)

        accounts = partial(_accounts, surroundings)

        def app(begun: HeadStart | None) -> OptiLearnApp:
            from optilearn_tui.tui.app import OptiLearnApp

            made = OptiLearnApp(
                accounts,
                settings,
                deployment=deployment,
                remember=partial(remember, surroundings.places),
                clock=surroundings.clock,
                export=export_sheet,
                doctor=partial(_case, surroundings),
                environ=surroundings.environ,
                begun=begun,
            )
            made.line_up(answer())
            return made

        return run_app(Show(accounts, partial(easel, surroundings, settings, answer), app))


def easel(surroundings: Surroundings, settings: Settings, answer: Callable[[], Answer]) -> Easel | None:
    """What a picture of the dashboard is drawn with before the toolkit is there; None where it cannot be.

    Args:
        surroundings: what the command found.
        settings: those that hold for this dashboard.
        answer: how the terminal draws the scripts of India.
    """
    from optilearn_tui.tui.early.colours import Palette
    from optilearn_tui.tui.early.curtain import can_stand_early
    from optilearn_tui.tui.thrifty.light import is_light

    environ = surroundings.environ
    palette = Palette.of(settings.theme, environ, light=is_light(settings.light, environ))
    if palette is None or not can_stand_early(environ, settings.painting):
        return None
    from optilearn_tui.tui.early.easel import Easel
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.terminal_widths.measuring import measure_as

    return Easel(
        partial(size, environ),
        palette,
        surroundings.clock,
        settings.zone,
        Economy(low_data=settings.low_data),
        lambda: measure_as(answer().drawing),
    )


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

    import_module("optilearn_tui.api.client")  # here, rather than where a session that was found is taken up
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
