"""Accounts made up for tests: no school has heard of them."""

from __future__ import annotations

from datetime import datetime

from optilearn_tui.accounts import Account
from optilearn_tui.api.kinds import PersonKind
from tests.conftest import NOON


def account(
    person: str,
    slug: str = "riverside",
    *,
    name: str = "",
    kind: PersonKind = PersonKind.PARENT,
    at: datetime = NOON,
) -> Account:
    """An account of this person at the deployment of the tests."""
    return Account(
        "localhost", slug, person, name, school="", kind=kind, contact_id=None, last_used=at, email=person
    )
