"""The command line: parse, print, exit.

Everything heavy (the toolkit, the client, the keyring) is imported by the command that needs it, so that
`--help` answers at once. What a dashboard shows first is shown from here, before anything is imported at all.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # `typing` takes as long to import as all that `--help` needs
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NoReturn

    from optilearn_tui.api.clock import Clock

_INTERRUPTED = 130
"""What a shell says of whatever Ctrl+C ended; `exits` takes long to import."""


def main(
    argv: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    clock: Clock | None = None,
) -> int:
    """Run one command.

    Args:
        argv: its words, without the program's name. By default those of this process, which then is nothing
            but the program: after a dashboard or the help it ends here, and the system tidies up.
        environ: environment variables; those of this process by default.
        clock: tells the present moment.

    Returns:
        The exit code, as promised in COMMANDS.md. Never raises for what people, networks and servers do.
    """
    if argv is not None:
        return _run(argv, os.environ if environ is None else environ, clock)
    from optilearn_tui.cli import front_page

    if front_page.is_asked(sys.argv[1:]):
        _end(_run(sys.argv[1:], os.environ, clock))
    from optilearn_tui.cli import first_frame
    from optilearn_tui.tui.first_frame.stage import stage

    try:
        first_frame.show(sys.argv[1:], os.environ)
        code = _run(sys.argv[1:], os.environ, clock)
    except KeyboardInterrupt:  # before there was a command to interrupt
        code = _INTERRUPTED
    finally:
        stage.clear()
    if stage.was_set:
        _end(code)
    return code


def _run(words: Sequence[str], environ: Mapping[str, str], clock: Clock | None) -> int:
    from optilearn_tui.cli import front_page

    try:
        if front_page.is_asked(words):
            front_page.show(words, environ)
            sys.stdout.flush()
            return 0
    except OSError as error:
        return _unwritten(error)
    from optilearn_tui.cli import program
    from optilearn_tui.cli.exits import Exit

    try:
        code = program.run(words, environ, clock)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:  # a closed pipe; the help text, which is argparse's own to write
        return _unwritten(error)
    return code


def _unwritten(error: OSError) -> int:
    from optilearn_tui.cli import streams
    from optilearn_tui.cli.exits import Exit

    streams.give_up_output()
    return Exit.PIPE_CLOSED if isinstance(error, BrokenPipeError) else Exit.FAILED


def _end(code: int) -> NoReturn:
    """End at once: taking everything apart would take longer than many a program needs to start."""
    sys.stderr.flush()
    os._exit(code)
