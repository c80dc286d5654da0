"""One run of the program after the other, where two at once would undo what the other wrote."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from optilearn_tui.private_file import make_private_folder

_PATIENCE = 2.0  # seconds; a turn takes milliseconds
_PAUSE = 0.02


@contextmanager
def turn(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """The only run that changes what is in `folder`, as far as runs ask for their turn.

    Waits, so it is for a thread. One that waited `patience` seconds in vain goes on all the same; the
    operating system ends the turn of a run that dies.

    Raises:
        OSError: there is no such folder and it cannot be made, or it may not be entered.
    """
    make_private_folder(folder)
    handle = _opened(folder)
    try:
        until = time.monotonic() + patience
        while not _taken(handle) and time.monotonic() < until:
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _opened(folder: Path) -> int:
    if sys.platform == "win32":  # where a folder cannot be locked
        return os.open(folder / ".turn", os.O_RDWR | os.O_CREAT, 0o600)
    return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)


def _taken(handle: int) -> bool:
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
