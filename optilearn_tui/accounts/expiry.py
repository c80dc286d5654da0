"""Until when a copy of a session may stay valid: what can honestly be said after a sign-out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.token import decoded

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token


def expiry(token: Token) -> datetime | None:
    """When a readable token says that it expires; None where it is opaque or does not say (AUTH.md, fact 8).

    Unverified: good for a sentence, not for a decision.
    """
    if not token.is_readable:
        return None
    try:
        claims = json.loads(decoded(token.reveal().split(".")[1]))
        return datetime.fromtimestamp(int(claims["exp"]), UTC)
    except (ValueError, LookupError, TypeError, OverflowError, OSError, RecursionError):
        return None
