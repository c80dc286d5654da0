"""A die that falls the same way each time: chance without a random generator's state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def draw(sides: int, *seed: str | date) -> int:
    """A number from 0 to `sides - 1`, the same for the same seed on every machine and in every run."""
    digest = blake2b("\x1f".join(str(part) for part in seed).encode(), digest_size=8).digest()
    return int.from_bytes(digest) % sides


def pick(shares: Sequence[tuple[int, T]], *seed: str | date) -> T:
    """One of several things, each as likely as its share of all shares; the same for the same seed."""
    thrown = draw(sum(share for share, _ in shares), *seed)
    for share, thing in shares:
        if thrown < share:
            return thing
        thrown -= share
    raise ValueError("nothing to pick from")
