"""The way out of the client: what sends is loaded when something is to be sent, and not before."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.api.line import Line

if TYPE_CHECKING:
    from optilearn_tui.api.bounds import Bounds
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.traffic import Traffic
    from optilearn_tui.api.transport import ASGIApp, Transport
    from optilearn_tui.api.wire import Answer, Request


class Sender:
    """Stands for a `Transport`, which takes as long to import as all the rest of the client.

    Attributes:
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
    ) -> None:
        """A way that is open; for the arguments see `Transport`."""
        self.line = Line()
        self._bounds = bounds
        self._make = partial(
            _transport, secure=secure, clock=clock, line=self.line, app=app, http2=http2, traffic=traffic
        )
        self._transport: Transport | None = None
        self._is_open = asyncio.Event()
        self._is_open.set()

    @property
    def bounds(self) -> Bounds:
        """How long to wait and how much to take; what is under way keeps those it began with."""
        return self._bounds

    @bounds.setter
    def bounds(self, bounds: Bounds) -> None:
        self._bounds = bounds
        if self._transport is not None:
            self._transport.bounds = bounds

    def hold(self) -> None:
        """Let requests wait, where nothing was sent yet, for a screen that shows first what is kept.

        On a small machine, loading what sends would take turns with painting, and both be late.
        """
        if self._transport is None:
            self._is_open.clear()

    def release(self) -> None:
        """Send what waits."""
        self._is_open.set()

    async def send(self, origin: str, request: Request) -> Answer:
        """The answer of the host at `origin`; raises as `Transport.send` does."""
        return await (await self._loaded()).send(origin, request)

    async def prepare(self) -> None:
        """Load and make what every request needs. Sends nothing."""
        await (await self._loaded()).prepare()

    async def aclose(self) -> None:
        """Close all connections, once nothing is under way any more."""
        if self._transport is not None:
            await self._transport.aclose()

    async def _loaded(self) -> Transport:
        await self._is_open.wait()
        if self._transport is None:
            # In a thread: it takes long enough to be seen on a screen.
            transport = await asyncio.to_thread(self._make, bounds=self._bounds)
            if self._transport is None:  # else somebody else's, who asked at the same time, was first
                transport.bounds = self._bounds
                self._transport = transport
        return self._transport


def _transport(
    *,
    secure: bool,
    clock: Clock,
    bounds: Bounds,
    line: Line,
    app: ASGIApp | None,
    http2: bool,
    traffic: Traffic | None,
) -> Transport:
    from optilearn_tui.api.transport import Transport

    return Transport(
        secure=secure, clock=clock, bounds=bounds, line=line, app=app, http2=http2, traffic=traffic
    )
