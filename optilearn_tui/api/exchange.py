"""Questions under way: each in a task of the client's own, asked once however many wait for it.

httpx 0.28 loses a connection for good when a waiting task is cancelled, and screens cancel their workers all
the time. So nobody waits for httpx directly: a request runs to its end in a task that belongs to the client,
and those who asked wait for that task, shielded.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, NotSignedIn, Unreachable
from optilearn_tui.api.tenancy import Deployment, Host
from optilearn_tui.api.wire import Answer, Request

if TYPE_CHECKING:
    from optilearn_tui.api.retry import Retry
    from optilearn_tui.api.session import Session
    from optilearn_tui.api.transport import Transport

_log = logging.getLogger("optilearn_tui.api")

_Key = tuple[Host, str, bool, int]


class Exchange:
    """Asks the two hosts of one institution, with the session where a question needs it.

    Equal readings under way are one request, as long as the same person asks: the generation of the session
    is part of what makes them equal, so that one person's answer never serves another.
    """

    def __init__(self, deployment: Deployment, session: Session, transport: Transport, retry: Retry) -> None:
        self._origins = {
            Host.TENANT: deployment.tenant_origin(session.slug),
            Host.LEARN: deployment.learn_origin,
        }
        self._session = session
        self._transport = transport
        self._retry = retry
        self._under_way: set[asyncio.Task[Answer]] = set()
        self._shared: dict[_Key, asyncio.Task[Answer]] = {}
        self._is_closed = False

    def host_name(self, host: Host) -> str:
        """The name (and port) of one of the two hosts."""
        return self._origins[host].partition("://")[2]

    async def ask(self, request: Request) -> Answer:
        """The answer to a request, whatever its status.

        Cancelling the caller does not cancel the request.

        Raises:
            NotSignedIn: it needs a session, and there is none.
            TenantMismatch: the session is another institution's.
            Unreachable: no answer came.
            UnreadableAnswer: it was too large.
        """
        host = self.host_name(request.host)
        if self._is_closed:
            raise Unreachable(host=host)
        task = self._task_for(request)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            waiter = asyncio.current_task()
            if not task.cancelled() or (waiter is not None and waiter.cancelling()):
                raise
        # The client was closed meanwhile: for the one who waits, that is no cancellation of its own.
        raise Unreachable(host=host)

    async def aclose(self) -> None:
        """Give up what is under way, and close the connections."""
        self._is_closed = True
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._transport.aclose()

    def _task_for(self, request: Request) -> asyncio.Task[Answer]:
        if request.method != "GET":
            return self._start(request)
        key = (request.host, request.path, request.with_session, self._session.generation)
        task = self._shared.get(key)
        if task is None:
            task = self._shared[key] = self._start(request)
            task.add_done_callback(lambda _: self._shared.pop(key))
        return task

    def _start(self, request: Request) -> asyncio.Task[Answer]:
        task = asyncio.create_task(self._persistently(request, self._session.generation))
        self._under_way.add(task)
        task.add_done_callback(self._finish)
        return task

    def _finish(self, task: asyncio.Task[Answer]) -> None:
        self._under_way.discard(task)
        # Looked at here because everybody who waited may be gone.
        problem = None if task.cancelled() else task.exception()
        if problem is not None and not isinstance(problem, ApiError):
            _log.error("[opticrm] unexpected %s", type(problem).__name__)

    async def _persistently(self, request: Request, generation: int) -> Answer:
        attempt = 1
        while True:
            outcome = await self._once(request, generation)
            if not self._retry.is_worth_it(attempt, request, outcome):
                break
            await asyncio.sleep(self._retry.pause(attempt))
            attempt += 1
        if isinstance(outcome, Answer):
            return outcome
        raise outcome

    async def _once(self, request: Request, generation: int) -> Answer | ApiError:
        origin = self._origins[request.host]
        try:
            if not request.with_session:
                return await self._transport.send(origin, request)
            if generation != self._session.generation:
                return NotSignedIn(status=401)
            ticket = self._session.next_ticket()
            answer = await self._transport.send(origin, replace(request, cookie=self._session.cookie()))
        except ApiError as problem:
            return problem
        self._session.renew(ticket, answer.set_cookies, answer.at)
        return replace(answer, asked=ticket)
