"""The kinds of accounts and of people that the platform tells apart (PLATFORM.md §2)."""

from __future__ import annotations

from enum import StrEnum


class AccountKind(StrEnum):
    """What a person chooses when signing in: the platform's own form asks the same."""

    PARENT = "parent"
    """Students and parents: contacts of the institution."""
    STAFF = "staff"
    """Those who work there: users of the institution."""


class PersonKind(StrEnum):
    """Whom the screens are for. Layout only, never a permission: each answer of the server decides."""

    PARENT = "parent"
    STUDENT = "student"
    STAFF = "staff"
    STRANGER = "stranger"
    """Signed in, but the session says neither what kind of contact nor what role."""
