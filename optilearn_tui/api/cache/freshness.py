"""For how long one answer may be used again: by the platform's policy, and by the answer's own word."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from optilearn_tui.api.cache.kept import Kept
    from optilearn_tui.api.policy import CachePolicy

_NUMBER = re.compile(r'"?(\d{1,9})"?')
_ETAG = re.compile(r'(?:W/)?"[!#-~]{0,200}"')


class Age(Enum):
    """How a kept answer may be used."""

    FRESH = auto()
    """Without asking."""
    RECENT = auto()
    """At once, while a newer one is fetched."""
    OLD = auto()
    """Only where the school gives no answer."""


def fresh_for(policy: CachePolicy, headers: Mapping[str, str]) -> int | None:
    """Seconds for which an answer may be used without asking; None where it may not be kept at all.

    An answer may shorten what the platform's policy says, and forbid keeping; it may not lengthen it.
    """
    if not policy.may_store:
        return None
    told = _directives(headers.get("cache-control", ""))
    if "no-store" in told:
        return None
    seconds = round(policy.fresh_for.total_seconds())
    if "no-cache" in told:
        return 0
    most = _NUMBER.fullmatch(told.get("max-age", ""))
    return min(seconds, int(most[1])) if most else seconds


def age_of(kept: Kept, policy: CachePolicy, now: datetime) -> Age:
    """How a kept answer may be used now. One from the future, by a clock that was set, counts as old."""
    age = now - kept.at
    limit = timedelta(seconds=kept.fresh_for)
    if timedelta(0) <= age < limit:
        return Age.FRESH
    if policy.stale_while_revalidate and limit <= age < 2 * limit:
        return Age.RECENT
    return Age.OLD


def etag_of(headers: Mapping[str, str]) -> str | None:
    """What the school calls this version of an answer; None where it does not, or in no readable way."""
    given = headers.get("etag", "").strip()
    return given if _ETAG.fullmatch(given) else None


def _directives(header: str) -> dict[str, str]:
    pairs = (each.partition("=") for each in header.lower().split(","))
    return {name.strip(): value.strip() for name, _, value in pairs}
