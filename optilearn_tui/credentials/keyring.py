"""Secrets in the operating system's keyring, with its habits known (AUTH.md: the keyring in practice)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import Misconfigured
from optilearn_tui.api.secret import Secret
from optilearn_tui.credentials import shards
from optilearn_tui.credentials.errands import Errands
from optilearn_tui.credentials.errors import StoreUnavailable
from optilearn_tui.credentials.store import StoreKind

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from optilearn_tui.credentials.entries import Entry

S = TypeVar("S", bound=Secret)
T = TypeVar("T")

_log = logging.getLogger("optilearn_tui.credentials")

_APPLICATION = "optilearn-tui"

ALLOWED_BACKENDS = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
"""The operating systems' own keyrings. Others ask on our terminal, store plain text, or lose things."""

_ABSENT = frozenset({"keyring.backends.fail.Keyring", "keyring.backends.null.Keyring"})

_DAEMON_GONE = "SecretServiceNotAvailableException"  # of `secretstorage`, which only Linux has

_TIMEOUT = 15.0  # seconds: long enough to unlock a keyring, short enough to be believed


class KeyringStore:
    """The keyring, used from a thread of its own: it never holds up the screen or the exit.

    The `keyring` package is imported in that thread, when the keyring is first used.
    """

    kind = StoreKind.KEYRING

    def __init__(
        self, *, timeout: float = _TIMEOUT, allowed_backends: Collection[str] = ALLOWED_BACKENDS
    ) -> None:
        """Wait `timeout` seconds for each answer; use only backends named in `allowed_backends`."""
        self._errands = Errands(timeout)
        self._allowed = frozenset(allowed_backends)

    async def load(self, entry: Entry[S]) -> S | None:
        """What is kept in `entry`; None where there is nothing, or only remains of something.

        Raises:
            StoreUnavailable: the keyring cannot be used.
        """
        written = await self._ask(lambda: _read(self._backend(), entry.name))
        try:
            return entry.read(written) if written is not None else None
        except Misconfigured:
            return None

    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep `secret` in `entry`, and make sure that it is really kept.

        Raises:
            StoreUnavailable: the keyring cannot be used, or did not give back what it took.
        """
        if not await self._ask(lambda: _replace(self._backend(), entry.name, entry.written(secret))):
            # Raised here, where no variable holds what was written.
            raise StoreUnavailable(StoreKind.KEYRING, "lost")

    async def erase(self, entry: Entry[S]) -> None:
        """Keep nothing in `entry`.

        Raises:
            StoreUnavailable: the keyring cannot be used.
        """
        await self._ask(lambda: _erase(self._backend(), entry.name))

    async def _ask(self, call: Callable[[], T]) -> T | None:
        try:
            return await self._errands.run(lambda: _told(call))
        except TimeoutError:
            raise StoreUnavailable(StoreKind.KEYRING, "timeout") from None

    def _backend(self) -> KeyringBackend:
        import keyring
        from keyring.backends.chainer import ChainerBackend

        chosen = keyring.get_keyring()
        # With several backends at hand keyring chains them, allowed or not.
        candidates = list(ChainerBackend.backends) if isinstance(chosen, ChainerBackend) else [chosen]
        for candidate in candidates:
            if _name(candidate) in self._allowed:
                return candidate
        absent = all(_name(candidate) in _ABSENT for candidate in candidates)
        raise StoreUnavailable(StoreKind.KEYRING, "missing" if absent else "unsafe", _name(chosen))


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _told(call: Callable[[], T]) -> T:
    """What `call` returns; whatever a keyring raises becomes the one error that callers know.

    Backends speak to D-Bus, the Keychain or the Credential Manager and let those errors through, so there is
    no list of types to catch. The original is dropped: its traceback knows the secret.
    """
    from keyring import errors

    try:
        return call()
    except StoreUnavailable:
        raise
    except errors.NoKeyringError:
        reason, detail = "missing", None
    except errors.KeyringLocked as error:
        reason, detail = "locked", type(error).__name__
    except errors.InitError as error:
        # Nobody could be asked to open it; or its daemon is gone, with whatever lies in its files.
        is_gone = type(error.__cause__).__name__ == _DAEMON_GONE
        reason, detail = "failed" if is_gone else "locked", type(error).__name__
    except Exception as error:  # noqa: BLE001 - see above
        reason, detail = "failed", type(error).__name__
    _log.info("keyring: %s (%s)", reason, detail)
    raise StoreUnavailable(StoreKind.KEYRING, reason, detail)


def _read(backend: KeyringBackend, name: str) -> str | None:
    while True:
        entry = backend.get_password(_APPLICATION, name)
        names = shards.listed(name, entry) if entry is not None else None
        if entry is None or names is None:
            return entry
        parts = [backend.get_password(_APPLICATION, part) for part in names]
        secret = shards.joined(entry, [part for part in parts if part is not None])
        # Another run may have replaced it while its parts were read: they are gone then.
        if secret is not None or backend.get_password(_APPLICATION, name) == entry:
            return secret


def _replace(backend: KeyringBackend, name: str, secret: str) -> bool:
    """Write `secret`, and leave no part of another one; False where the keyring did not keep it."""
    former = backend.get_password(_APPLICATION, name)
    former_parts = shards.listed(name, former or "") or ()
    entries = dict(shards.split(name, secret))
    is_kept = False
    try:
        for entry_name, entry in entries.items():
            backend.set_password(_APPLICATION, entry_name, entry)
        is_kept = _read(backend, name) == secret
    finally:
        needed = {*entries} if is_kept else set[str]()
        if not is_kept and backend.get_password(_APPLICATION, name) == former:
            needed = {name, *former_parts}
        for each in (*former_parts, *entries):
            if each not in needed:
                _delete(backend, each)
    return is_kept


def _erase(backend: KeyringBackend, name: str) -> None:
    entry = backend.get_password(_APPLICATION, name)
    if entry is None:
        return
    # The list goes last: when something fails in between, the next attempt still finds the parts.
    for part in shards.listed(name, entry) or ():
        _delete(backend, part)
    _delete(backend, name)


def _delete(backend: KeyringBackend, name: str) -> None:
    if backend.get_password(_APPLICATION, name) is not None:
        backend.delete_password(_APPLICATION, name)
