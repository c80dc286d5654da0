"""Exit codes, as promised (COMMANDS.md), and which error ends in which."""

from __future__ import annotations

from enum import IntEnum
from http import HTTPStatus

from optilearn_tui.api import errors

_GATEWAY = range(HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT + 1)


class Exit(IntEnum):
    """What the program tells the shell. 130 and 141 are the shell's own for Ctrl-C and a closed pipe."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_SIGNED_IN = 3
    FORBIDDEN = 4
    UNREACHABLE = 5
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Refusal(Exception):
    """A command that cannot go on for a reason of its own, already in the person's words.

    Attributes:
        lines: a sentence, its next step, and what there is to choose from.
        code: the exit code.
    """

    def __init__(self, *lines: str, code: Exit = Exit.USAGE) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code


def exit_of(error: Exception) -> Exit:
    """The exit code of an error.

    What was given and cannot be (a slug, a domain, a token) is wrong usage. A gateway that cannot reach the
    school (502 to 504) is a school that cannot be reached. An unreadable settings file is a failure (1).
    """
    match error:
        case Refusal():
            return error.code
        case errors.MissingServiceKey() | errors.NotSignedIn() | errors.SignInFailed():
            return Exit.NOT_SIGNED_IN
        case errors.ServiceKeyRefused(code="AUTH_REQUIRED"):
            return Exit.NOT_SIGNED_IN
        case errors.Misconfigured():
            return Exit.USAGE
        case errors.Forbidden() | errors.FeeOverdue():
            return Exit.FORBIDDEN
        case errors.Unreachable():
            return Exit.UNREACHABLE
        case errors.ServerTrouble() if error.status in _GATEWAY:
            return Exit.UNREACHABLE
        case _:
            return Exit.FAILED
