"""The command line: parse, print, exit.

Everything heavy (the toolkit, the client, the keyring) is imported by the command that needs it, so that
`--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.cli.exits import Exit


def main(
    argv: Sequence[str] | None = None, *, environ: Mapping[str, str] | None = None, clock: Clock = utc_now
) -> int:
    """Run one command.

    Args:
        argv: its words, without the program's name; those of this process by default.
        environ: environment variables; those of this process by default.
        clock: tells the present moment.

    Returns:
        The exit code, as promised in COMMANDS.md. Never raises for what people, networks and servers do.
    """
    from optilearn_tui.cli import program, streams

    words = sys.argv[1:] if argv is None else argv
    try:
        code = program.run(words, os.environ if environ is None else environ, clock)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        streams.give_up_output()
        return Exit.PIPE_CLOSED
    except OSError:  # the help text, which is argparse's own to write
        streams.give_up_output()
        return Exit.FAILED
    return code
