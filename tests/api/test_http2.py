"""HTTP/2, where a school offers it: one connection for everything at once."""

from __future__ import annotations

import asyncio
import logging
import ssl
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import Host
from optilearn_tui.api.transport import Transport
from optilearn_tui.api.wire import Request

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

CERTIFICATE = Path(__file__).parent / "self_signed.pem"
READ = Request(Host.LEARN, "/api/x", "/api/x", cookie=Secret("a=b"))

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="only here is it a variable that says whom to trust"
)


@dataclass
class School:
    """A server for both versions of HTTP; answers with the version it was asked in."""

    connections: int = 0
    heads: list[dict[str, str]] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        tls = writer.get_extra_info("ssl_object")
        try:
            if tls.selected_alpn_protocol() == "h2":
                await self._talk_2(reader, writer)
            else:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"1"')
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        writer.close()

    async def _talk_2(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while piece := await reader.read(65_536):
            for event in connection.receive_data(piece):
                if isinstance(event, RequestReceived) and event.stream_id is not None:
                    pairs = event.headers or []
                    self.heads.append({str(name): str(value) for name, value in pairs})
                    connection.send_headers(event.stream_id, [(":status", "200"), ("content-length", "3")])
                    connection.send_data(event.stream_id, b'"2"', end_stream=True)
            writer.write(connection.data_to_send())
            await writer.drain()


@asynccontextmanager
async def open_school(*offered: str) -> AsyncIterator[tuple[School, str]]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    tls.set_alpn_protocols(list(offered))
    school = School()
    server = await asyncio.start_server(school.talk, "127.0.0.1", 0, ssl=tls)
    try:
        yield school, f"https://learn.localhost:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The school's certificate is one that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


def transport(noon: Clock, *, http2: bool) -> Transport:
    return Transport(secure=True, clock=noon, bounds=Bounds(), http2=http2)


async def test_everything_at_once_goes_over_one_connection(noon: Clock) -> None:
    async with open_school("h2", "http/1.1") as (school, origin), aclosing(transport(noon, http2=True)) as to:
        await to.prepare()
        asking = (to.send(origin, replace(READ, path=f"/api/{number}")) for number in range(10))
        answers = await asyncio.gather(*asking)

    assert {answer.body for answer in answers} == {b'"2"'}
    assert school.connections == 1
    assert {head[":path"] for head in school.heads} == {f"/api/{number}" for number in range(10)}
    assert {head["cookie"] for head in school.heads} == {"a=b"}
    assert {head[":authority"] for head in school.heads} == {origin.partition("://")[2]}


async def test_no_cookie_is_written_to_a_log(noon: Clock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    asked = replace(READ, cookie=Secret("session=do-not-show-me"))
    async with open_school("h2") as (school, origin), aclosing(transport(noon, http2=True)) as to:
        await to.send(origin, asked)

    assert school.heads[0]["cookie"] == "session=do-not-show-me"
    # Headers are logged packed as well: whoever can unpack them has the session.
    assert {record.name for record in caplog.records} <= {"asyncio", "optilearn_tui.api"}
    assert "do-not-show-me" not in caplog.text


@pytest.mark.parametrize(("offered", "wanted"), [(("http/1.1",), True), (("h2", "http/1.1"), False)])
async def test_where_one_side_does_not_want_it_it_is_not_spoken(
    noon: Clock, offered: tuple[str, ...], wanted: bool
) -> None:
    async with open_school(*offered) as (_, origin), aclosing(transport(noon, http2=wanted)) as to:
        assert (await to.send(origin, READ)).body == b'"1"'
