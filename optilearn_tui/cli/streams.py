"""What the program says: results on standard output, words about them on standard error (COMMANDS.md)."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.i18n import tr
from optilearn_tui.tui.first_frame.stage import stage

_DRAWS_OR_STEERS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT = "\n\u200c\u200d"  # Hindi spelling needs the two joiners


def tell(text: str) -> None:
    """Put a result on standard output.

    Raises:
        Refusal: it cannot be written there; so do the others that put a result there.
    """
    with _written():
        sys.stdout.write(_safe(text))


def tell_json(value: object, *, one_line: bool = False) -> None:
    """Put a result on standard output as JSON: escaped to ASCII where the stream can take no more."""
    plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(value, ensure_ascii=plain, indent=None if one_line else 2)
    tell(text + "\n")


def tell_csv(text: str) -> None:
    """Put a table on standard output as it is to arrive: in UTF-8, whatever the terminal speaks.

    Its line breaks stay those of RFC 4180 on every system.
    """
    lines = (_safe(line) for line in text.split("\r\n"))
    with _written():
        sys.stdout.flush()
        sys.stdout.buffer.write("\r\n".join(lines).encode())


def complain(*lines: str) -> None:
    """Put words about the result, each on its own line, on standard error, past any first frame."""
    stage.clear()
    sys.stderr.writelines(_safe(line) + "\n" for line in lines)


def prepare() -> None:
    """Let nothing fail for the streams themselves: neither for a closed one nor for the terminal's encoding.

    What an encoding cannot write is written as an escape.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # how Python starts where a shell closed the stream (`>&-`)
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for the whole run
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextmanager
def _written() -> Iterator[None]:
    """A result that is on its way out, and has left afterwards.

    Raises:
        Refusal: it cannot be written.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_output()
        raise Refusal(
            tr("The result could not be written: {reason}.", reason=error.strerror or ""), code=Exit.FAILED
        ) from error


def give_up_output() -> None:
    """Write no more: Python would try once more on its way out, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _safe(text: str) -> str:
    """The text without anything that could steer a terminal; the last line of defence, not the only one."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        each for each in text if each in _KEPT or unicodedata.category(each) not in _DRAWS_OR_STEERS
    )
