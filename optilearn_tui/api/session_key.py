"""The key with which both services seal session tokens: on trusted staff machines only (PLATFORM.md §1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from optilearn_tui.api.secret import Secret

VARIABLE = "NEXTAUTH_SECRET"


class SessionKey(Secret):
    """The platform's `NEXTAUTH_SECRET`. Prints as `<sessionkey>`; goes nowhere, it only opens tokens here."""

    __slots__ = ()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self | None:
        """The key that the environment holds; None where it holds none.

        White space around it is part of it, as it is to the services.
        """
        given = environ.get(VARIABLE, "")
        return cls(given) if given.strip() else None

    @property
    def material(self) -> bytes:
        """The key as the services' cryptography takes it. As secret as `reveal`."""
        return self.reveal().encode("utf-8", errors="surrogateescape")
