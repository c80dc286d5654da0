"""The accounts on a computer as JSON: keys and words are a promise to scripts (COMMANDS.md, JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.api.models import to_wire

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account


def account_list(accounts: Sequence[Account], default: Account | None) -> list[dict[str, object]]:
    """The accounts in the order given; `default` tells with which one the program begins."""
    return [
        {
            "account": account.label,
            "institution": account.slug,
            "school": account.school or None,
            "name": account.name or None,
            "email": account.email,
            "kind": account.kind.value,
            "contactId": account.contact_id,
            "expires": to_wire(account.expires),
            "lastUsed": to_wire(account.last_used),
            "default": account.is_same(default),
        }
        for account in accounts
    ]
