"""Bytes to and from the two hosts. The only module that knows httpx.

It never follows a redirect, keeps no cookies, waits no longer and takes no more than `Bounds` allows, and
lets nothing of httpx out: neither its types nor its exceptions, which carry the headers they were sent with.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import suppress
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Self

import httpx
from typing_extensions import override

from optilearn_tui import __version__
from optilearn_tui.api.connecting import load_without_http2, settle_that_there_is_no_sniffio
from optilearn_tui.api.decoding import ENCODINGS, Body, NotDecodable, TooLarge
from optilearn_tui.api.errors import (
    ApiError,
    InvalidRequest,
    TimedOut,
    UnknownHost,
    Unreachable,
    UnreadableAnswer,
    UntrustedCertificate,
    UnusableProxy,
)
from optilearn_tui.api.line import Line
from optilearn_tui.api.wire import Answer, Request

if TYPE_CHECKING:
    from optilearn_tui.api.bounds import Bounds
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.traffic import Traffic

_log = logging.getLogger("optilearn_tui.api")

_NO_PROXY = (ValueError, ImportError, httpx.InvalidURL)
"""What httpx says of a proxy that cannot be used."""

_Message = MutableMapping[str, object]
ASGIApp = Callable[
    [_Message, Callable[[], Awaitable[_Message]], Callable[[_Message], Awaitable[None]]], Awaitable[None]
]
"""A web application in this process."""


class Transport:
    """Sends one request and reads its answer to the end.

    Args:
        secure: whether the hosts are asked over TLS.
        clock: tells when an answer came.
        bounds: how long to wait and how much to take.
        app: answers everything in this process, without a socket.
        http2: whether HTTP/2 is spoken with a host that offers it; only over TLS.
        traffic: counts what comes and goes.
        line: learns how good the line is; left out: one of its own.

    Attributes:
        bounds: how long to wait and how much to take; what is under way keeps those it began with.
        line: how good the line is.
    """

    def __init__(
        self,
        *,
        secure: bool,
        clock: Clock,
        bounds: Bounds,
        app: ASGIApp | None = None,
        http2: bool = False,
        traffic: Traffic | None = None,
        line: Line | None = None,
    ) -> None:
        self.bounds = bounds
        self.line = line or Line()
        self._secure = secure
        self._clock = clock
        self._app = app
        self._http2 = http2
        self._traffic = traffic
        self._making = threading.Lock()
        self._pool: _Pool | None = None
        # At DEBUG, these write down every header they see: cookies among them.
        for name in ("httpx", "httpcore", "h2", "hpack"):
            logging.getLogger(name).setLevel(logging.WARNING)

    async def send(self, origin: str, request: Request) -> Answer:
        """The answer of the host at `origin`, whatever its status.

        Raises:
            Unreachable: there was none.
            UnreadableAnswer: it is too large, or not decodable.
            InvalidRequest: it cannot be asked at all.
        """
        host = origin.partition("://")[2]
        began = time.perf_counter()
        outcome = await self._outcome(origin, host, request)
        elapsed = round((time.perf_counter() - began) * 1000)
        result = outcome.status if isinstance(outcome, Answer) else type(outcome).__name__
        _log.info("[opticrm] %s %s %s %s %d ms", request.method, host, request.label, result, elapsed)
        if isinstance(outcome, ApiError):
            # Raised here, outside of any `except`: no exception of httpx, and no header, hangs on it.
            raise outcome
        return outcome

    async def prepare(self) -> None:
        """Make what every request needs and takes a while: loads TLS, and HTTP/2 where it is spoken.

        In a thread, beside other work. What goes wrong here is told by the first request.
        """
        with suppress(*_NO_PROXY):
            await self._make_pool()

    async def aclose(self) -> None:
        """Close all connections, once nothing is under way any more."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await pool.client.aclose()

    async def _outcome(self, origin: str, host: str, request: Request) -> Answer | ApiError:
        try:
            await self._make_pool()
            pool = self._current_pool()
        except _NO_PROXY:
            return UnusableProxy(host=host)
        async with pool:
            return await self._attempt(pool, origin, host, request)

    async def _attempt(self, pool: _Pool, origin: str, host: str, request: Request) -> Answer | ApiError:
        try:
            async with asyncio.timeout(self.bounds.whole):
                return await self._exchange(pool.client, origin, host, request)
        except (TimeoutError, httpx.PoolTimeout):
            # A pool that gave no connection for so long, or was interrupted, may have lost some for good
            # (httpx 0.28): what is under way ends in this one, what comes next gets a new one.
            self._retire(pool)
            return TimedOut(host=host)
        except httpx.TimeoutException:
            return TimedOut(host=host)
        except httpx.HTTPError as problem:
            return _unreachable(problem, host)
        except httpx.InvalidURL:
            return InvalidRequest(host=host)
        except TooLarge:
            return UnreadableAnswer("too-large", host=host)
        except NotDecodable:
            return UnreadableAnswer("json", host=host)

    async def _exchange(self, client: httpx.AsyncClient, origin: str, host: str, request: Request) -> Answer:
        began = time.perf_counter()
        async with client.stream(
            request.method,
            origin + request.path,
            headers=_headers(request),
            content=request.form.reveal() if request.form else None,
            timeout=_timeout(self.bounds),
        ) as response:
            first = time.perf_counter()
            body = Body(response.headers.get("content-encoding", ""), self.bounds.body)
            try:
                async for piece in response.aiter_raw():
                    body.feed(piece)
            finally:
                self._count(response)
            size, last = response.num_bytes_downloaded, time.perf_counter()
            self.line.observe(first - began, size, last - first)
            return Answer(
                host=host,
                status=response.status_code,
                at=self._clock(),
                headers={name: value for name, value in response.headers.items() if name != "set-cookie"},
                body=body.whole(),
                set_cookies=tuple(response.headers.get_list("set-cookie")),
            )

    async def _make_pool(self) -> None:
        # In a thread: what it loads takes long enough to be seen on a screen.
        if self._pool is None and self._app is None:
            await asyncio.to_thread(self._current_pool)

    def _current_pool(self) -> _Pool:
        with self._making:
            if self._pool is None:
                self._pool = _Pool(self._new_client())
            return self._pool

    def _count(self, response: httpx.Response) -> None:
        if self._traffic is None:
            return
        asked = response.request
        told = len(f"HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n")
        wanted = len(f"{asked.method}  HTTP/1.1\r\n") + len(asked.url.raw_path)
        self._traffic.count(
            received=told + _size(response.headers) + response.num_bytes_downloaded,
            sent=wanted + _size(asked.headers) + int(asked.headers.get("content-length", 0)),
        )

    def _retire(self, pool: _Pool) -> None:
        if self._app is None and self._pool is pool:
            self._pool = None
        pool.is_retired = self._pool is not pool

    def _new_client(self) -> httpx.AsyncClient:
        load_without_http2()
        settle_that_there_is_no_sniffio()
        # The jar is shut: cookies are read and written by hand, for exactly two hosts.
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        if self._app is not None:
            in_process = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            return httpx.AsyncClient(transport=in_process, cookies=jar)
        bounds = self.bounds
        context = _tls_context(secure=self._secure)
        limits = httpx.Limits(
            max_connections=bounds.connections,
            max_keepalive_connections=bounds.connections,
            keepalive_expiry=30.0,
        )
        # `mounts`, not `transport`: with the latter httpx drops the proxies that the environment names.
        http2 = self._secure and self._http2
        client = httpx.AsyncClient(
            mounts={"all://*.localhost": _Loopback(context, limits, http2=http2)},
            verify=context,
            limits=limits,
            cookies=jar,
            http2=http2,
        )
        # HTTP/1.1 keeps connections without being told.
        del client.headers["connection"]
        return client


class _Pool:
    """Connections, and how many requests use them: once retired, closed by the last one that leaves."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.is_retired = False
        self._users = 0

    async def __aenter__(self) -> Self:
        self._users += 1
        return self

    async def __aexit__(self, *_: object) -> None:
        self._users -= 1
        if self.is_retired and not self._users:
            await self.client.aclose()


class _Loopback(httpx.AsyncBaseTransport):
    """Takes every name below `localhost` to this machine (RFC 6761), which Python's resolver does not do.

    Each name has connections of its own: over TLS, one that was opened for another name proves nothing.
    """

    def __init__(self, context: ssl.SSLContext, limits: httpx.Limits, *, http2: bool) -> None:
        self._context = context
        self._http2 = http2
        self._limits = limits
        self._doors: dict[str, httpx.AsyncHTTPTransport] = {}

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        name = request.url.host
        # The `Host` header is written already, and stays; TLS is to ask for the name as well.
        request.extensions = {**request.extensions, "sni_hostname": name}
        request.url = request.url.copy_with(host="127.0.0.1")
        if name not in self._doors:
            self._doors[name] = httpx.AsyncHTTPTransport(
                verify=self._context, limits=self._limits, http2=self._http2
            )
        return await self._doors[name].handle_async_request(request)

    @override
    async def aclose(self) -> None:
        for door in self._doors.values():
            await door.aclose()


def _timeout(bounds: Bounds) -> httpx.Timeout:
    return httpx.Timeout(connect=bounds.connect, read=bounds.read, write=bounds.write, pool=bounds.pool)


def _size(headers: httpx.Headers) -> int:
    """Bytes of the lines of a head, as HTTP/1.1 writes them; HTTP/2 needs fewer."""
    return len("\r\n") + sum(len(name) + len(value) + len(": \r\n") for name, value in headers.raw)


def _headers(request: Request) -> dict[str, str]:
    headers = {
        "Accept": "application/json",
        "Accept-Encoding": ENCODINGS,
        "User-Agent": f"optilearn-tui/{__version__}",
        **dict(request.headers),
    }
    if request.form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if request.cookie is not None:
        headers["Cookie"] = request.cookie.reveal()
    if request.bearer is not None:
        headers["Authorization"] = f"Bearer {request.bearer.reveal()}"
    return headers


def _tls_context(*, secure: bool) -> ssl.SSLContext:
    if not secure:
        # Nothing is asked over TLS: an empty list of trusted authorities is quick to load and trusts nobody.
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _unreachable(problem: httpx.HTTPError, host: str) -> Unreachable:
    for cause in _causes(problem):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UntrustedCertificate(host=host)
        if isinstance(cause, socket.gaierror):
            return UnknownHost(host=host)
    return Unreachable(host=host)


def _causes(problem: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = problem
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
