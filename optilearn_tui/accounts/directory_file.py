"""How accounts stand in their file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from optilearn_tui.accounts.account import Account
from optilearn_tui.api.errors import InvalidSlug
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.models import clean
from optilearn_tui.api.tenancy import parse_slug


def written_accounts(accounts: Iterable[Account]) -> bytes:
    """The accounts as `read_accounts` reads them back."""
    rows = [
        {
            "baseDomain": account.base_domain,
            "institution": account.slug,
            "person": account.person,
            "name": account.name,
            "school": account.school,
            "kind": account.kind.value,
            "contactId": account.contact_id,
            "lastUsed": account.last_used.isoformat(),
            "expires": account.expires.isoformat() if account.expires else None,
            "email": account.email,
            "role": account.role,
        }
        for account in accounts
    ]
    return json.dumps({"accounts": rows}, indent=1).encode()


def read_accounts(content: object) -> Iterator[Account]:
    """The accounts in what such a file says; whatever is none is passed over."""
    rows = content.get("accounts") if isinstance(content, dict) else None
    for row in rows if isinstance(rows, list) else []:
        try:
            yield _account(row)
        except (InvalidSlug, ValueError, KeyError, TypeError, OverflowError):
            continue


def _account(row: dict[str, object]) -> Account:
    person = _text(row["person"])
    if not person or not person.isprintable():
        message = "nobody"
        raise ValueError(message)
    return Account(
        base_domain=_text(row["baseDomain"]),
        slug=parse_slug(_text(row["institution"])),
        person=person,
        name=_text(row.get("name") or ""),
        school=_text(row.get("school") or ""),
        kind=PersonKind(_text(row["kind"])),
        contact_id=_optional(row.get("contactId")),
        last_used=_moment(row["lastUsed"]),
        expires=_moment(row["expires"]) if row.get("expires") else None,
        email=_optional(row.get("email")),
        role=_optional(row.get("role")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
