"""The bundled school behind a real socket on a thread of this process: for tests."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Self

from typing_extensions import override

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.sandbox.sandbox import Sandbox, Scale
from optilearn_tui.sandbox.serve import AnnouncedServer, listen

_LOOPBACK = "127.0.0.1"
_A_MOMENT = 0.01
_GRACE = 1.0
"""Seconds."""


class _PromptServer(AnnouncedServer):
    """Closes as soon as nothing is under way: uvicorn waits for tenths of a second, in hundreds of tests."""

    @override
    async def main_loop(self) -> None:
        while not await self.on_tick(0):  # noqa: ASYNC110 - another thread says when
            await asyncio.sleep(_A_MOMENT)

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                while state.connections or state.tasks:  # noqa: ASYNC110 - uvicorn's own, which says nothing
                    await asyncio.sleep(_A_MOMENT)
        for task in state.tasks:
            task.cancel()


class LiveSandbox:
    """A school that opens, closes, and opens again on the same port. A context manager.

    Attributes:
        sandbox: the school; the same while the server comes and goes.
        port: where it listens.
    """

    def __init__(self, *, clock: Clock = utc_now, scale: Scale = "small") -> None:
        self._listener = listen(_LOOPBACK, 0)
        self.port: int = self._listener.getsockname()[1]
        self.sandbox = Sandbox(clock=clock, base_domain=f"localhost:{self.port}", scale=scale)
        self._server: _PromptServer | None = None
        self._thread: Thread | None = None

    @property
    def base_domain(self) -> str:
        """The parent domain with its port."""
        return self.sandbox.base_domain

    def start(self) -> None:
        """Open the school; does nothing while it is open. Requests are accepted from here on."""
        if self._thread is not None:
            return
        if self._listener.fileno() == -1:
            self._listener = listen(_LOOPBACK, self.port)
        self._server = _PromptServer(self.sandbox, lambda: None)
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the school: connections end, new ones are refused. Does nothing while it is closed."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self._server = self._thread = None
        self._listener.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.sandbox.weather.clear()
        self.stop()
