"""Sessions in private files: only for a person who asked for it (AUTH.md: no fallback nobody asked for)."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from optilearn_tui.api.errors import InvalidToken
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials.errors import StoreUnavailable
from optilearn_tui.credentials.store import AccountKey, StoreKind, written
from optilearn_tui.private_file import write_private

_OTHERS = 0o077


class FileStore:
    """One file (0600) for each account, in a folder of its own (0700) below `data_dir`."""

    kind = StoreKind.FILE

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "sessions"

    @property
    def is_used(self) -> bool:
        """Whether somebody asked for this place before: it keeps a session of some account."""
        try:
            return any(self._folder.iterdir())
        except OSError:
            return False

    async def load(self, key: AccountKey) -> Token | None:
        """The session kept for `key`; None where there is none.

        Raises:
            StoreUnavailable: the file cannot be read, or others than its owner could read it.
        """
        return self._load(self._path(key))

    async def save(self, key: AccountKey, token: Token) -> None:
        """Keep `token` for `key`, in one step.

        Raises:
            StoreUnavailable: the folder or file cannot be written.
        """
        try:
            write_private(self._path(key), written(token).encode("ascii"))
        except OSError as error:
            raise _unavailable(error) from error

    async def erase(self, key: AccountKey) -> None:
        """Remove the file of `key`.

        Raises:
            StoreUnavailable: the file is there and cannot be removed.
        """
        self._erase(self._path(key))

    def _path(self, key: AccountKey) -> Path:
        return self._folder / quote(key.name, safe="")

    @staticmethod
    def _load(path: Path) -> Token | None:
        try:
            if os.name == "posix" and path.stat().st_mode & _OTHERS:
                raise StoreUnavailable(StoreKind.FILE, "exposed")
            return parse_token(path.read_bytes().decode("ascii", errors="replace"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unavailable(error) from error
        except InvalidToken as error:
            raise StoreUnavailable(StoreKind.FILE, "lost", type(error).__name__) from error

    @staticmethod
    def _erase(path: Path) -> None:
        try:
            with suppress(FileNotFoundError):
                path.unlink()
        except OSError as error:
            raise _unavailable(error) from error


def _unavailable(error: OSError) -> StoreUnavailable:
    reason = "permission" if isinstance(error, PermissionError) else "failed"
    return StoreUnavailable(StoreKind.FILE, reason, type(error).__name__)
