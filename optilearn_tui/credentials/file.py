"""Secrets in private files: only for a person who asked for it (AUTH.md: no fallback nobody asked for)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from optilearn_tui.api.errors import Misconfigured
from optilearn_tui.api.secret import Secret
from optilearn_tui.credentials.entries import SERVICE_KEY_PREFIX, Entry
from optilearn_tui.credentials.errors import StoreUnavailable
from optilearn_tui.credentials.store import StoreKind
from optilearn_tui.private_file import remove_private, write_private

S = TypeVar("S", bound=Secret)

_OTHERS = 0o077


class FileStore:
    """One file (0600) for each entry, in a folder of its own (0700) below `data_dir`."""

    kind = StoreKind.FILE

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "sessions"

    @property
    def is_used(self) -> bool:
        """Whether somebody asked for sessions in this place before, and one still is here."""
        try:
            return any(not file.name.startswith(SERVICE_KEY_PREFIX) for file in self._folder.iterdir())
        except OSError:
            return False

    async def load(self, entry: Entry[S]) -> S | None:
        """What is kept in `entry`; None where there is nothing.

        Raises:
            StoreUnavailable: the file cannot be read, or others than its owner could read it.
        """
        return _load(self._path(entry.name), entry)

    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep `secret` in `entry`, in one step.

        Raises:
            StoreUnavailable: the folder or file cannot be written.
        """
        try:
            write_private(self._path(entry.name), entry.written(secret).encode("ascii"))
        except OSError as error:
            raise _unavailable(error) from None  # whose traceback knows what was to be written

    async def erase(self, entry: Entry[S]) -> None:
        """Remove the file of `entry`.

        Raises:
            StoreUnavailable: the file is there and cannot be removed.
        """
        _erase(self._path(entry.name))

    def _path(self, name: str) -> Path:
        return self._folder / quote(name, safe="")


def _load(path: Path, entry: Entry[S]) -> S | None:
    try:
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise StoreUnavailable(StoreKind.FILE, "exposed")
        return entry.read(path.read_bytes().decode("ascii", errors="replace"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unavailable(error) from error
    except Misconfigured as error:
        raise StoreUnavailable(StoreKind.FILE, "lost", type(error).__name__) from None  # as above


def _erase(path: Path) -> None:
    try:
        remove_private(path)
    except OSError as error:
        raise _unavailable(error) from error


def _unavailable(error: OSError) -> StoreUnavailable:
    reason = "permission" if isinstance(error, PermissionError) else "failed"
    return StoreUnavailable(StoreKind.FILE, reason, type(error).__name__)
