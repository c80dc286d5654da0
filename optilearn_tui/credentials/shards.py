"""Long sessions in entries of limited length: the Windows Credential Manager takes about 1,280 characters.

A short session is one entry. A long one is several, and the account's own entry then lists them. The list is
written after its parts and the parts are named for their content, so that a reader finds the old session or
the new one, never a mixture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

LONGEST_ENTRY = 1_200
_MARK = "shards:"  # a colon is no character of a session token, so no token begins like this


def split(name: str, secret: str) -> Iterator[tuple[str, str]]:
    """The entries that hold `secret` under `name`, in the order in which they have to be written."""
    if len(secret) <= LONGEST_ENTRY:
        yield name, secret
        return
    digest = _digest(secret)
    parts = [secret[start : start + LONGEST_ENTRY] for start in range(0, len(secret), LONGEST_ENTRY)]
    for number, part in enumerate(parts):
        yield f"{name}/{digest}.{number}", part
    yield name, f"{_MARK}{len(parts)}:{digest}"


def listed(name: str, entry: str) -> tuple[str, ...] | None:
    """The names of the entries that the account's own `entry` lists; None where it is the secret itself."""
    if not entry.startswith(_MARK):
        return None
    count, _, digest = entry.removeprefix(_MARK).partition(":")
    return tuple(f"{name}/{digest}.{number}" for number in range(int(count) if count.isdecimal() else 0))


def joined(entry: str, parts: list[str]) -> str | None:
    """The secret that `parts` make, if they are the ones `entry` lists; else None."""
    secret = "".join(parts)
    return secret if entry.endswith(f":{_digest(secret)}") else None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()[:16]
