"""For how long an answer may be used again: declared beside each endpoint (PLATFORM.md §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class CachePolicy:
    """How an answer may be reused.

    Attributes:
        fresh_for: how long it may be used again without asking; zero means that it is asked for each time.
        may_store: whether it may be kept at all, in memory or on disk.
        stale_while_revalidate: whether an old answer may be shown while a new one is fetched.
        stale_on_error: whether an old answer may be shown, as such, where the school gives none.
        is_snapshot: whether the last complete answer is kept for the first picture of a later run.
    """

    fresh_for: timedelta = timedelta(0)
    may_store: bool = False
    stale_while_revalidate: bool = False
    stale_on_error: bool = False
    is_snapshot: bool = False


NO_STORE = CachePolicy()
"""Never reused, never written to disk."""

SNAPSHOT = CachePolicy(may_store=True, is_snapshot=True)
"""Asked for each time; the last complete one is kept, to be shown with its age before the answer comes."""

REUSE_300 = CachePolicy(
    timedelta(seconds=300), may_store=True, stale_while_revalidate=True, stale_on_error=True
)
"""May be reused for five minutes, and shown older than that while a new one is fetched."""

REUSE_600 = CachePolicy(
    timedelta(seconds=600), may_store=True, stale_while_revalidate=True, stale_on_error=True
)
"""May be reused for ten minutes, and shown older than that while a new one is fetched."""
