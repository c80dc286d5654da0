"""Keyrings with the habits of real ones, spoken to through the keyring package itself."""

from __future__ import annotations

import threading

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError
from typing_extensions import override


class Healthy(KeyringBackend):
    """Keeps what it is given; entries are limited to `longest` characters, as on Windows."""

    # Below the one of "no keyring": found by keyring in this process, and never chosen by itself.
    priority = -1.0
    longest = 1_280

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's constructor has no annotations
        self.entries: dict[tuple[str, str], str] = {}
        self.threads: set[threading.Thread] = set()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.threads.add(threading.current_thread())
        return self.entries.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > self.longest:
            message = "the stub received bad data"
            raise OSError(message)
        self.entries[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.entries[service, username]
        except KeyError:
            raise PasswordDeleteError from None


class Forgetful(Healthy):
    """Says yes and keeps nothing, as the null backend does."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Filling(Healthy):
    """Has room for so many entries, and says that it is full, or drops what is too much."""

    def __init__(self, room: int, *, is_silent: bool = False) -> None:
        super().__init__()
        self._room = room
        self._is_silent = is_silent

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        has_room = (service, username) in self.entries or len(self.entries) < self._room
        if has_room or (self._is_silent and "/" not in username):
            super().set_password(service, username, password)
        elif not self._is_silent:
            message = "no room"
            raise OSError(message)


class Overtaken(Healthy):
    """Another run writes `later` into it, and removes the rest, as soon as somebody has read an entry."""

    later: dict[tuple[str, str], str] | None = None

    @override
    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        if self.later is not None:
            self.entries, self.later = self.later, None
        return found


class Locked(Healthy):
    """Looks healthy until it is asked."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        message = "the secret hunter2 is locked away"
        raise KeyringLocked(message)


class WithoutPrompter(Healthy):
    """Cannot ask for its password."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise InitError


class Broken(Healthy):
    """Lets an error of its own kind through."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        message = "hunter2"
        raise RuntimeError(message)


class Hanging(Healthy):
    """Asks on another display, and waits for ever, or until `answered`."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.answered = threading.Event()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.answered.wait()
        return super().get_password(service, username)
