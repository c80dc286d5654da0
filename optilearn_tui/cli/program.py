"""From words on the command line to a command's exit code, with every failure put into words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.errors import ApiError, NotSignedIn
from optilearn_tui.cli import argparse_words, streams
from optilearn_tui.cli.arguments import Arguments, parser
from optilearn_tui.cli.exits import Exit, Refusal, exit_of
from optilearn_tui.cli.surroundings import Surroundings
from optilearn_tui.cli.words_asked import language_asked
from optilearn_tui.i18n import choose, tr, use
from optilearn_tui.i18n.digits import Digits, use_digits
from optilearn_tui.settings import Settings, SettingsError

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

_ASKED_AGAIN = "OPTILEARN_INSTITUTION"
"""Not passed over when it cannot be: `accounts` refuses it in its own words."""

_FORESEEN = (ApiError, SettingsError)
"""What people, networks and files do; anything else is a fault of the program."""

Command = Callable[[Arguments, Surroundings], int]


def run(words: Sequence[str], environ: Mapping[str, str], clock: Clock | None) -> int:
    """Parse the words, speak the person's language, run the command; returns the exit code."""
    streams.prepare()
    surroundings = Surroundings.of(environ, clock or utc_now)
    use(choose(language_asked(words), environ, surroundings.saved_language))
    use_digits(Digits(surroundings.saved_digits or Digits.LATIN))
    argparse_words.teach()
    try:
        # Making the parser takes time, which who just opens the dashboard need not wait for.
        arguments = parser().parse_args(words, namespace=Arguments()) if words else Arguments()
    except SystemExit as leaving:  # how argparse ends after --help, --version and wrong usage
        return leaving.code if isinstance(leaving.code, int) else Exit.USAGE
    return _attempt(arguments, surroundings)


def _attempt(arguments: Arguments, surroundings: Surroundings) -> int:
    logging.getLogger("optilearn_tui").addHandler(logging.NullHandler())  # else warnings land on the screen
    try:
        _mention_complaints(surroundings.found)
        surroundings = replace(surroundings, account=arguments.account)
        if arguments.low_data and isinstance(surroundings.found, Settings):
            surroundings = replace(surroundings, found=replace(surroundings.found, low_data=True))
        return _command(arguments.command or Arguments.command)(arguments, surroundings)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Refusal as refusal:
        streams.complain(*refusal.lines)
        return refusal.code
    except _FORESEEN as error:
        explain(error)
        return exit_of(error)
    except Exception as error:
        # The outermost wall: nobody is shown a traceback, but for those who ask for it (python -X dev).
        if sys.flags.dev_mode:
            raise
        explain(error)
        return exit_of(error)


def explain(error: Exception) -> None:
    """Say on standard error what went wrong and what to do next."""
    from optilearn_tui.i18n.problems import problem

    worded = problem(error)
    if isinstance(error, NotSignedIn):
        next_step = tr("Sign in with “optilearn login”, then try again.")
        streams.complain(f"{worded.sentence} {next_step}")
    else:
        streams.complain(str(worded))


def _command(name: str) -> Command:
    # Each command is a module of its own name, imported only when it is the one.
    command: Command = import_module(f"optilearn_tui.cli.{name}").run
    return command


def _mention_complaints(found: Settings | SettingsError) -> None:
    if not isinstance(found, Settings) or not found.complaints:
        return
    from optilearn_tui.i18n.problems import complaint

    for each in found.complaints:
        if each.variable != _ASKED_AGAIN:
            streams.complain(str(complaint(each)))
