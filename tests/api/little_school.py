"""A school of a few canned answers, in process: both hosts, and a note of all that was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl

TENANT = "riverside.opticrm.app"
LEARN = "learn.opticrm.app"
SESSION_COOKIE = "__Secure-authjs.session-token"
CSRF_COOKIE = "__Host-authjs.csrf-token"


@dataclass(frozen=True)
class Asked:
    """One request that arrived."""

    method: str
    host: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that came along."""
        return {name: found.value for name, found in SimpleCookie(self.headers.get("cookie", "")).items()}

    @property
    def form(self) -> dict[str, str]:
        """The body, as a form."""
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True)
class Reply:
    """One canned answer."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)

    def setting(self, *cookies: str) -> Reply:
        """The same, with `Set-Cookie` lines."""
        return Reply(self.body, self.status, (*self.headers, *(("Set-Cookie", cookie) for cookie in cookies)))


def plain(content: object, status: int = 200) -> Reply:
    """JSON without envelope."""
    return Reply(json.dumps(content).encode(), status)


def data(content: object) -> Reply:
    """JSON in the envelope of success."""
    return plain({"data": content, "error": None})


def failure(code: str, status: int) -> Reply:
    """JSON in the envelope of failure."""
    return plain({"data": None, "error": {"code": code, "message": "no"}}, status)


def html(status: int = 200) -> Reply:
    """What a proxy says."""
    return Reply(b"<!doctype html><title>Hello</title>", status, (("Content-Type", "text/html"),))


def redirect(target: str, status: int = 307) -> Reply:
    """What a middleware says to somebody without a session."""
    return Reply(b"", status, (("Location", target),))


_Message = MutableMapping[str, object]


@dataclass
class LittleSchool:
    """Answers what it was told to, the last answer again and again; 404 otherwise."""

    asked: list[Asked] = field(default_factory=list)
    replies: dict[tuple[str, str, str], list[Reply]] = field(default_factory=dict)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    arrivals: asyncio.Condition = field(default_factory=asyncio.Condition)

    def answer(self, path: str, *replies: Reply, host: str = TENANT, method: str = "GET") -> None:
        """From now on, answer so."""
        self.replies[method, host, path] = list(replies)

    def hold(self, path: str) -> asyncio.Event:
        """From now on, answer that path only once the event is set."""
        return self.gates.setdefault(path, asyncio.Event())

    async def arrival(self, count: int) -> None:
        """Wait until so many requests have arrived in all."""
        async with self.arrivals:
            await self.arrivals.wait_for(lambda: len(self.asked) >= count)

    def paths(self) -> list[str]:
        """What was asked, in order, as `METHOD host path`."""
        return [f"{asked.method} {asked.host} {asked.path}" for asked in self.asked]

    async def __call__(
        self,
        scope: _Message,
        receive: Callable[[], Awaitable[_Message]],
        send: Callable[[_Message], Awaitable[None]],
    ) -> None:
        """Answer one request (ASGI)."""
        asked = _asked(scope, await receive())
        async with self.arrivals:
            self.asked.append(asked)
            self.arrivals.notify_all()
        replies = self.replies.get((asked.method, asked.host, asked.path), [failure("NOT_FOUND", 404)])
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        if gate := self.gates.get(asked.path):
            await gate.wait()
        headers = [(name.encode(), value.encode()) for name, value in reply.headers]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": reply.body})


def _asked(scope: _Message, message: _Message) -> Asked:
    pairs = scope["headers"]
    raw_path, query, body = scope["raw_path"], scope["query_string"], message.get("body", b"")
    assert isinstance(pairs, list)
    assert isinstance(raw_path, bytes)
    assert isinstance(query, bytes)
    assert isinstance(body, bytes)
    headers = {name.decode(): value.decode() for name, value in pairs}
    method = scope["method"]
    assert isinstance(method, str)
    return Asked(method, headers["host"], raw_path.decode(), query.decode(), headers, body)
