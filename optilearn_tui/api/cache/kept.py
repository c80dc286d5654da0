"""What is kept of an answer, and under which names: nothing that says whose or what it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

KEPT_FOR = timedelta(days=30)
"""What nobody has confirmed for so long is thrown away."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer of the school, kept.

    Attributes:
        body: the JSON as the school sent it, envelope included.
        at: when the school gave it or last confirmed it (aware, UTC).
        etag: what the school calls this version of it, where it does.
        fresh_for: seconds for which it may be used again without asking.
        is_snapshot: whether it is there for the first picture of a later run: kept when room is short.
    """

    body: bytes = field(repr=False)
    at: datetime
    etag: str | None = None
    fresh_for: int = 0
    is_snapshot: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """Bytes received and sent: headers, and bodies as they travel."""

    received: int = 0
    sent: int = 0


def digest(*parts: str | bytes) -> bytes:
    """A name that tells nothing of what it was made from; different parts never make the same name."""
    whole = sha256()
    for part in parts:
        piece = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(piece).to_bytes(8))
        whole.update(piece)
    return whole.digest()
