"""A slow line to a server on this machine: a proxy that counts every byte and request that goes over it.

    python -m tests.benchmarks.throttle PORT [--kbit 64] [--rtt 600]

All connections share the line, each direction its own half of it. Opening one costs a round trip, as over the
real thing; what TLS would cost on top is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

_REQUEST = re.compile(rb"([A-Z]+) (\S+) HTTP/1\.1\r\n")
_PIECE = 1024
"""Bytes forwarded together: small enough for two answers to share the line fairly."""


@dataclass(frozen=True)
class Line:
    """How slow a line is.

    Attributes:
        kbit: kilobits a second each way; None: as fast as the machine.
        rtt: milliseconds there and back.
    """

    kbit: float | None = None
    rtt: float = 0.0

    @property
    def name(self) -> str:
        """As one says it."""
        return f"{self.kbit:g} kbit/s, {self.rtt:g} ms" if self.kbit else "local"


@dataclass
class Exchange:
    """One request and its answer: what was asked, without its query, and bytes with all headers."""

    method: str
    path: str
    sent: int = 0
    received: int = 0


@dataclass
class Traffic:
    """What went over the line since the last look."""

    exchanges: list[Exchange] = field(default_factory=list)
    connections: int = 0

    @property
    def requests(self) -> int:
        """How many were asked."""
        return len(self.exchanges)

    @property
    def received(self) -> int:
        """Bytes that came."""
        return sum(each.received for each in self.exchanges)

    @property
    def sent(self) -> int:
        """Bytes that went."""
        return sum(each.sent for each in self.exchanges)


class Throttle:
    """The line, on a thread of its own. A context manager; `port` is where to connect."""

    def __init__(self, server_port: int, line: Line | None = None, *, port: int = 0) -> None:
        """A line to what listens on `server_port` of this machine."""
        self.port = port
        self.line = line or Line()
        self._server_port = server_port
        self._traffic = Traffic()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def look(self) -> Traffic:
        """What went over the line since the last look."""
        traffic, self._traffic = self._traffic, Traffic()
        return traffic

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", self.port))
        self.port = server.sockets[0].getsockname()[1]
        self._up, self._down = _Shaper(), _Shaper()
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._hang_up(server))
        self._loop.close()

    async def _hang_up(self, server: asyncio.Server) -> None:
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self._traffic.connections += 1
        server, to_server = await asyncio.open_connection("127.0.0.1", self._server_port)
        exchange = Exchange("", "")

        def asked(piece: bytes) -> None:
            nonlocal exchange
            found = _REQUEST.match(piece)
            if found is not None:
                path = found[2].decode(errors="replace").partition("?")[0]
                exchange = Exchange(found[1].decode(), path)
                self._traffic.exchanges.append(exchange)
            exchange.sent += len(piece)

        def answered(piece: bytes) -> None:
            exchange.received += len(piece)

        with contextlib.suppress(ConnectionError):
            try:
                await asyncio.sleep(self.line.rtt / 1000)  # the handshake, which the system did at once
                await asyncio.gather(
                    self._forward(client, to_server, self._up, asked),
                    self._forward(server, to_client, self._down, answered),
                )
            finally:
                for writer in (to_client, to_server):
                    writer.transport.abort()
                await asyncio.sleep(0)

    async def _forward(
        self,
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        shaper: _Shaper,
        count: Callable[[bytes], None],
    ) -> None:
        """Pass on what comes, at the pace of the line; half a round trip later than it was sent."""
        pending: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(pending, sink))
        while piece := await source.read(_PIECE):
            count(piece)
            sent = await shaper.send(len(piece), self.line)
            pending.put_nowait((sent + self.line.rtt / 2000, piece))
        pending.put_nowait((0.0, b""))
        await delivering

    async def _deliver(self, pending: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        while True:
            due, piece = await pending.get()
            if not piece:
                sink.close()
                return
            await asyncio.sleep(due - self._loop.time())
            sink.write(piece)


class _Shaper:
    """One direction of the line: one piece after the other."""

    def __init__(self) -> None:
        self._free_at = 0.0

    async def send(self, size: int, line: Line) -> float:
        """Wait until the line has taken so many bytes; returns when that was."""
        now = asyncio.get_running_loop().time()
        if line.kbit is None:
            return now
        self._free_at = max(now, self._free_at) + size * 8 / (line.kbit * 1000)
        await asyncio.sleep(self._free_at - now)
        return self._free_at


def main() -> None:
    """Stand between somebody and a server until Ctrl+C, and tell each request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("server_port", type=int)
    parser.add_argument("--kbit", type=float)
    parser.add_argument("--rtt", type=float, default=0.0)
    parser.add_argument("--port", type=int, default=0)
    asked = parser.parse_args()
    with Throttle(asked.server_port, Line(asked.kbit, asked.rtt), port=asked.port) as throttle:
        print(f"listening on 127.0.0.1:{throttle.port}")
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
        for each in throttle.look().exchanges:
            print(f"{each.method:<6}{each.path:<60}{each.sent:>8}{each.received:>8}")


if __name__ == "__main__":
    main()
