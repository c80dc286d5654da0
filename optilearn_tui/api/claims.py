"""What a readable token says about its owner: a hint, never an authority (AUTH.md)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from pydantic import ValidationError

from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text
from optilearn_tui.api.token import Token, decoded


class Claims(Record, frozen=True):
    """The claims of PLATFORM.md §2, each of which may be missing."""

    id: Maybe[Identifier | None] = LEFT_OUT
    email: Maybe[Text | None] = LEFT_OUT
    name: Maybe[Text | None] = LEFT_OUT
    role: Maybe[Text | None] = LEFT_OUT
    institution_id: Maybe[Identifier | None] = LEFT_OUT
    institution_slug: Maybe[Text | None] = LEFT_OUT
    is_contact: Maybe[bool | None] = LEFT_OUT
    contact_id: Maybe[Identifier | None] = LEFT_OUT
    contact_type: Maybe[Text | None] = LEFT_OUT


def hints(token: Token) -> Claims | None:
    """What a token says about its owner, unverified; None where it cannot be read without a key.

    Good for an early warning ("this sign-in is for another school"); never for a permission or a host.
    """
    try:
        return Claims.model_validate(_content(token))
    except ValidationError:
        return None


def expiry(token: Token) -> datetime | None:
    """When a readable token says that it expires, unverified; None where it is opaque or does not say.

    Good for a sentence, not for a decision.
    """
    return expiry_in(_content(token))


def expiry_in(content: object) -> datetime | None:
    """The `exp` among claims, as a moment (aware, UTC); a token may lack it (AUTH.md, fact 8)."""
    exp = content.get("exp") if isinstance(content, dict) else None
    if isinstance(exp, bool) or not isinstance(exp, int | float):
        return None
    try:
        return datetime.fromtimestamp(exp, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _content(token: Token) -> object:
    if not token.is_readable:
        return None
    try:
        content: object = json.loads(decoded(token.reveal().split(".")[1]))
    except (ValueError, RecursionError):
        return None
    return content
