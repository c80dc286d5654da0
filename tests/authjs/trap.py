"""A host that is none of ours: it notes every visit."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field


@dataclass
class Trap:
    """A host that every answer names and that nobody should come to.

    Attributes:
        port: where it listens.
        visits: the first bytes of every connection, none included.
    """

    port: int
    visits: list[bytes] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Its address."""
        return f"http://trap.localhost:{self.port}"

    @property
    def disguised(self) -> str:
        """What makes an origin lead here, put behind it: the true host becomes a user's name."""
        return f"@127.0.0.1:{self.port}/"


@contextlib.asynccontextmanager
async def set_up() -> AsyncIterator[Trap]:
    """A trap on a free port of this machine, for every name below `localhost`."""
    trap = Trap(0)

    async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.read(65_536)
        trap.visits.append(head)
        writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        writer.close()

    listener = await asyncio.start_server(visit, "127.0.0.1", 0)
    trap.port = listener.sockets[0].getsockname()[1]
    async with listener:
        yield trap
