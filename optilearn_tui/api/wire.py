"""One request and one answer, as the rest of the client sees them. What is secret in them does not print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from optilearn_tui.api.errors import InvalidRequest
from optilearn_tui.api.http_date import read_http_date

if TYPE_CHECKING:
    from optilearn_tui.api.secret import Secret
    from optilearn_tui.api.tenancy import Host


@dataclass(frozen=True, slots=True)
class Request:
    """One question to one of the two hosts.

    Attributes:
        host: which of the two; never a URL, so that no server and no paste can choose where a session goes.
        path: below the origin, ready to be sent: ids quoted.
        label: the path as it may be logged, without anybody's id.
        with_session: whether the person's session goes with it.
        with_key: whether the institution's service key goes with it; never together with a session.
        bearer: the service key, once it is known.
        cookie: a whole `Cookie` header of its own, in place of the session's.
        form: an `application/x-www-form-urlencoded` body.
    """

    host: Host
    path: str
    label: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    with_session: bool = False
    with_key: bool = False
    bearer: Secret | None = None
    cookie: Secret | None = None
    form: Secret | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered, read to its end and decoded.

    Attributes:
        host: the host that answered.
        at: when (aware, UTC).
        headers: by lower-case name; `Set-Cookie` is not among them.
        set_cookies: the `Set-Cookie` lines.
        asked: the place of the request in the order of sending, where a session went with it.
    """

    host: str
    status: int
    at: datetime
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    set_cookies: tuple[str, ...] = field(default=(), repr=False)
    asked: Ticket | None = None

    @property
    def is_redirect(self) -> bool:
        """Whether it sends the asker elsewhere: from a call of ours, to a page for signing in."""
        return 300 <= self.status < 400 and not self.is_unchanged

    @property
    def is_unchanged(self) -> bool:
        """Whether it says that the version which was named in the question is still the newest."""
        return self.status == 304

    @property
    def clock_skew(self) -> timedelta | None:
        """How far the clock here is ahead of the server's, on the whole second; None where nobody knows."""
        told = read_http_date(self.headers.get("date", ""))
        return self.at - told if told else None

    @property
    def cookies_at(self) -> datetime:
        """When its cookies have to be alive: now, by the clock here or the server's, whichever is behind.

        A clock here that is ahead of the server's must not take a new session for an old one.
        """
        told = read_http_date(self.headers.get("date", ""))
        return min(self.at, told) if told else self.at


@dataclass(frozen=True, slots=True)
class Ticket:
    """When a request was sent, in terms of the session it carried.

    Attributes:
        generation: whose session: it grows with every sign-in, sign-out and change of account.
        number: the place in the order of sending.
    """

    generation: int
    number: int


def path_of(template: str, ids: Mapping[str, str], query: Mapping[str, str] | None = None) -> str:
    """A path with each `{name}` replaced by the quoted id of that name, and a query.

    Raises:
        InvalidRequest: an id is empty or would climb out of its place in the path (`.`, `..`).
    """
    path = template.format_map({name: _segment(value) for name, value in ids.items()})
    return f"{path}?{urlencode(query)}" if query else path


def _segment(value: str) -> str:
    steps = value.replace("\\", "/").split("/")
    if not value.strip() or any(step.strip() in {".", ".."} for step in steps):
        raise InvalidRequest
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise InvalidRequest from None
