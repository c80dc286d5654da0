"""A door in front of a server that counts what goes through: bytes as they travel, and requests."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass
class Counted:
    """What went through since the last look."""

    received: int = 0
    sent: int = 0
    requests: int = 0

    def take(self) -> Counted:
        """What went through, counting from zero again."""
        taken = Counted(self.received, self.sent, self.requests)
        self.received = self.sent = self.requests = 0
        return taken


@contextlib.asynccontextmanager
async def counting(port: int) -> AsyncIterator[tuple[int, Counted]]:
    """A port that leads to `port`, and what goes through it."""
    counted = Counted()
    conversations: set[asyncio.Task[None]] = set()

    async def forth(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65_536):
            counted.sent += len(piece)
            counted.requests += piece.count(b" HTTP/1.1\r\n")
            writer.write(piece)

    async def back(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65_536):
            counted.received += len(piece)
            writer.write(piece)

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if task := asyncio.current_task():
            conversations.add(task)
        there, here = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            _, left = await asyncio.wait(
                {asyncio.create_task(forth(reader, here)), asyncio.create_task(back(there, writer))},
                return_when=asyncio.FIRST_COMPLETED,
            )
            for direction in left:
                direction.cancel()
        for each in (here, writer):
            each.close()
            with contextlib.suppress(ConnectionError):
                await each.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], counted
    finally:
        server.close()
        for conversation in conversations:
            conversation.cancel()
        await asyncio.gather(*conversations, return_exceptions=True)
        await server.wait_closed()
