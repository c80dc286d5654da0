"""`Set-Cookie` lines read and `Cookie` headers written, by hand.

A cookie jar hands a session to every sibling host of a shared domain, and drops `Domain=.localhost`
(AUTH.md, fact 10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from optilearn_tui.api.http_date import read_http_date
from optilearn_tui.api.token import CHUNK_SIZE

_CHUNK_NUMBER = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class SetCookie:
    """One cookie that a server sets. `live` is False where it is being cleared."""

    name: str
    value: str = field(repr=False)
    live: bool


def read_set_cookies(lines: Iterable[str], now: datetime) -> Iterator[SetCookie]:
    """The cookies in `Set-Cookie` lines. Values stay as they were sent: percent-encoding is to be echoed."""
    for line in lines:
        pair, *attributes = line.split(";")
        name, sign, value = pair.partition("=")
        name, value = name.strip(), value.strip().strip('"')
        if sign and name:
            yield SetCookie(name, value, bool(value) and not _has_expired(attributes, now))


def _has_expired(attributes: list[str], now: datetime) -> bool:
    given = {name.strip().lower(): value.strip() for name, _, value in (a.partition("=") for a in attributes)}
    # Max-Age wins over Expires (RFC 6265 §5.3).
    age = given.get("max-age", "")
    if age.lstrip("-").isdigit():
        return age.startswith("-") or not age.strip("0")
    expires = read_http_date(given.get("expires", ""))
    return expires is not None and expires <= now


def joined(cookies: Iterable[SetCookie], name: str) -> str | None:
    """The live value of a cookie called exactly `name`, or of its chunks `name.0`, `name.1`, … in order.

    None where there is none, or where a chunk is missing. Where a middleware and what lies behind it both set
    the cookie, the one set last counts, as in a browser.
    """
    whole: str | None = None
    parts: dict[int, str] = {}
    for cookie in cookies:
        number = cookie.name.removeprefix(f"{name}.")
        if cookie.name == name and cookie.live:
            # A cleared whole one changes nothing: it may be a leftover of another path or domain.
            whole, parts = cookie.value, {}
        elif number != cookie.name and _CHUNK_NUMBER.fullmatch(number):
            if cookie.live:
                whole, parts[int(number)] = None, cookie.value
            else:
                parts.pop(int(number), None)
    if not parts or sorted(parts) != list(range(len(parts))):
        return whole
    return "".join(parts[number] for number in range(len(parts)))


def written(name: str, value: str) -> str:
    """A `Cookie` header of one value, in the one form a browser would send: whole, or in chunks."""
    if len(value) <= CHUNK_SIZE:
        return f"{name}={value}"
    chunks = (value[at : at + CHUNK_SIZE] for at in range(0, len(value), CHUNK_SIZE))
    return "; ".join(f"{name}.{number}={chunk}" for number, chunk in enumerate(chunks))
