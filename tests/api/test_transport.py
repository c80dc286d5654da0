"""The transport, against real sockets: what it sends, what it takes, and what it makes of trouble."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import sys
import zlib
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.errors import (
    InvalidRequest,
    TimedOut,
    UnknownHost,
    Unreachable,
    UnreadableAnswer,
    UntrustedCertificate,
    UnusableProxy,
)
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import Deployment, Host
from optilearn_tui.api.transport import Transport
from optilearn_tui.api.wire import Request
from tests.api.raw_server import Talk, reply, serving

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

SELF_SIGNED = Path(__file__).parent / "self_signed.pem"
"""A certificate (and its key, good for nothing else) for `learn.localhost`."""

READ = Request(Host.TENANT, "/api/x", "/api/x")


@pytest.fixture
async def transport(noon: Clock) -> AsyncIterator[Transport]:
    async with aclosing(Transport(secure=False, clock=noon, bounds=Bounds())) as transport:
        yield transport


def saying(answer: bytes) -> Talk:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    return talk


async def test_a_name_below_localhost_reaches_this_machine_and_keeps_its_host(
    transport: Transport, noon: Clock
) -> None:
    heads: list[bytes] = []

    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        writer.write(reply(b"{}", "Set-Cookie: a=1", "Set-Cookie: b=2", "X-Thing: yes"))

    async with serving(talk) as deployment:
        origin = deployment.tenant_origin("riverside")
        answer = await transport.send(origin, replace(READ, cookie=Secret("c=3"), path="/api/x?q=%20"))

    lines = heads[0].decode().split("\r\n")
    assert lines[0] == "GET /api/x?q=%20 HTTP/1.1"
    assert f"Host: riverside.{deployment.base_domain}" in lines
    assert "Cookie: c=3" in lines
    assert "Accept-Encoding: gzip" in lines
    assert answer.host == f"riverside.{deployment.base_domain}"
    assert (answer.status, answer.body, answer.at) == (200, b"{}", noon())
    assert answer.set_cookies == ("a=1", "b=2")
    assert answer.headers["x-thing"] == "yes"
    assert "set-cookie" not in answer.headers


async def test_cookies_are_never_kept_by_the_transport(transport: Transport) -> None:
    heads: list[bytes] = []

    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        writer.write(reply(b"{}", "Set-Cookie: s=1; Path=/"))

    async with serving(talk) as deployment:
        for origin in (deployment.learn_origin, deployment.learn_origin, deployment.tenant_origin("a")):
            await transport.send(origin, READ)

    assert len(heads) == 3
    assert not any(b"cookie" in head.lower() for head in heads)


async def test_a_redirect_is_not_followed(transport: Transport) -> None:
    heads: list[bytes] = []

    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        writer.write(reply(b"", "Location: http://evil.localhost/", status="307 Temporary Redirect"))

    async with serving(talk) as deployment:
        answer = await transport.send(deployment.learn_origin, READ)

    assert answer.is_redirect
    assert len(heads) == 1


async def test_a_compressed_answer_is_read(transport: Transport) -> None:
    async with serving(saying(reply(gzip.compress(b'{"a": 1}'), "Content-Encoding: gzip"))) as deployment:
        answer = await transport.send(deployment.learn_origin, READ)

    assert answer.body == b'{"a": 1}'


async def test_a_bomb_is_stopped_at_the_cap(transport: Transport) -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(deflate.compress(bytes(1 << 20)) for _ in range(40)) + deflate.flush()

    async with serving(saying(reply(bomb, "Content-Encoding: gzip"))) as deployment:
        with pytest.raises(UnreadableAnswer) as caught:
            await transport.send(deployment.learn_origin, READ)

    assert caught.value.reason == "too-large"


async def test_an_answer_without_end_is_stopped_at_the_cap(noon: Clock) -> None:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"1000\r\n" + bytes(0x1000) + b"\r\n")
            await writer.drain()

    transport = Transport(secure=False, clock=noon, bounds=Bounds(body=100_000))
    async with aclosing(transport), serving(talk) as deployment:
        with pytest.raises(UnreadableAnswer) as caught:
            await transport.send(deployment.learn_origin, READ)

    assert caught.value.reason == "too-large"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    ],
)
async def test_a_lost_connection_is_no_answer(transport: Transport, answer: bytes) -> None:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        writer.close()

    async with serving(talk) as deployment:
        with pytest.raises(Unreachable) as caught:
            await transport.send(deployment.learn_origin, READ)

    assert type(caught.value) is Unreachable
    assert caught.value.host == f"learn.{deployment.base_domain}"


async def test_nobody_listening_is_no_answer(transport: Transport) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(Unreachable):
        await transport.send(f"http://learn.localhost:{port}", READ)


async def test_a_name_that_does_not_resolve_is_told_as_such(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(UnknownHost):
        await transport.send("http://nowhere.test", READ)


async def test_a_server_that_does_not_answer_is_not_waited_for(noon: Clock) -> None:
    async def talk(_: bytes, __: asyncio.StreamWriter) -> None:
        pass

    transport = Transport(secure=False, clock=noon, bounds=Bounds(read=0.01))
    async with aclosing(transport), serving(talk) as deployment:
        with pytest.raises(TimedOut):
            await transport.send(deployment.learn_origin, READ)


async def test_a_server_that_drips_is_not_waited_for_and_blocks_nothing(noon: Clock) -> None:
    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{" if b"/drip" in head else reply(b"{}"))

    transport = Transport(secure=False, clock=noon, bounds=Bounds(whole=0.03, connections=2))
    async with aclosing(transport), serving(talk) as deployment:
        origin = deployment.learn_origin
        both = [transport.send(origin, replace(READ, path="/drip")) for _ in range(2)]
        outcomes = await asyncio.gather(*both, return_exceptions=True)
        # A slow machine must not fail the requests that are to succeed.
        transport.bounds = Bounds(connections=2)
        for _ in range(5):
            assert (await transport.send(origin, READ)).status == 200

    assert [type(outcome) for outcome in outcomes] == [TimedOut, TimedOut]


async def test_a_pool_without_free_connection_is_replaced(noon: Clock) -> None:
    arrived, let_go = asyncio.Event(), asyncio.Event()

    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        if b"/slow" in head:
            arrived.set()
            await let_go.wait()
        writer.write(reply(b"{}"))

    transport = Transport(secure=False, clock=noon, bounds=Bounds(pool=0.01, connections=1))
    async with aclosing(transport), serving(talk) as deployment:
        origin = deployment.learn_origin
        slow = asyncio.create_task(transport.send(origin, replace(READ, path="/slow")))
        await arrived.wait()
        with pytest.raises(TimedOut):
            await transport.send(origin, READ)
        assert (await transport.send(origin, READ)).status == 200
        let_go.set()
        assert (await slow).status == 200


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store decides")
async def test_over_tls_the_school_is_asked_for_by_its_name(
    noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str | None] = []
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(SELF_SIGNED)
    tls.sni_callback = lambda _, name, __: asked_for.append(name)
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    transport = Transport(secure=True, clock=noon, bounds=Bounds())

    async with aclosing(transport), serving(saying(reply(b"{}")), tls=tls) as deployment:
        assert (await transport.send(deployment.learn_origin, READ)).body == b"{}"
        with pytest.raises(UntrustedCertificate):
            await transport.send(deployment.tenant_origin("riverside"), READ)

    assert asked_for == ["learn.localhost", "riverside.localhost"]


async def test_a_certificate_nobody_vouches_for_is_told_as_such(noon: Clock) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(SELF_SIGNED)
    transport = Transport(secure=True, clock=noon, bounds=Bounds())

    async with aclosing(transport), serving(saying(reply(b"{}")), tls=tls) as deployment:
        with pytest.raises(UntrustedCertificate):
            await transport.send(deployment.learn_origin, READ)


@pytest.mark.parametrize("proxy", ["nonsense://proxy", "socks5://127.0.0.1:9"])
async def test_a_proxy_that_cannot_be_used_is_told_as_such(
    transport: Transport, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)

    with pytest.raises(UnusableProxy):
        await transport.send("http://learn.localhost:1", READ)


async def test_proxies_of_the_environment_are_used_except_for_this_machine(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(saying(reply(b"direct"))) as here, serving(saying(reply(b"proxied"))) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.base_domain.partition(':')[2]}")

        near = await transport.send(here.learn_origin, READ)
        far = await transport.send(Deployment("opticrm.test", "http").learn_origin, READ)

    assert (near.body, far.body) == (b"direct", b"proxied")


async def test_an_address_too_long_to_be_sent_is_no_question(transport: Transport) -> None:
    with pytest.raises(InvalidRequest):
        await transport.send("http://learn.localhost:1", replace(READ, path="/" + "x" * 70_000))
