"""Questions under way: each in a task of the client's own, asked once however many wait for it.

httpx 0.28 loses a connection for good when a waiting task is cancelled, and screens cancel their workers all
the time. So nobody waits for httpx directly: a request runs to its end in a task that belongs to the client,
and those who asked wait for that task, shielded.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from optilearn_tui.api.circuit import Circuit
from optilearn_tui.api.errors import ApiError, InvalidServiceKey, MissingServiceKey, Offline, Unreachable
from optilearn_tui.api.tenancy import Deployment, Host
from optilearn_tui.api.wire import Answer, Request

if TYPE_CHECKING:
    from optilearn_tui.api.retry import Retry
    from optilearn_tui.api.sender import Sender
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.api.session import Session

_log = logging.getLogger("optilearn_tui.api")

_Key = tuple[Host, str, tuple[tuple[str, str], ...], bool, bool, int]


class Exchange:
    """Asks the two hosts of one institution, with the session or the service key where a question needs it.

    Equal readings under way are one request, as long as the same person asks: the generation of the session
    is part of what makes them equal, so that one person's answer never serves another.

    Attributes:
        service_key: the institution's, where there is one. It goes to the institution's own host only.
        offline: whether the person wants nothing to be sent.
        circuit: which of the two hosts is left alone for a while.
    """

    def __init__(
        self,
        deployment: Deployment,
        session: Session,
        transport: Sender,
        retry: Retry,
        service_key: ServiceKey | None = None,
    ) -> None:
        self.service_key = service_key
        self.offline = False
        self.clock_skew: timedelta | None = None
        self.circuit = Circuit()
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
            MissingServiceKey: it needs a service key, and there is none for that host.
            InvalidServiceKey: what was given as the service key is the session itself.
            TenantMismatch: the session is another institution's.
            Offline: the person wants nothing to be sent.
            Unreachable: no answer came, or none did a moment ago.
            UnreadableAnswer: it was too large.
        """
        host = self.host_name(request.host)
        if self._is_closed:
            raise Unreachable(host=host)
        if self.offline:
            raise Offline(host=host)
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
        credentials = (request.with_session, request.with_key)
        # The headers as well: "nothing has changed" says nothing to somebody who keeps another version.
        key = (request.host, request.path, request.headers, *credentials, self._session.generation)
        task = self._shared.get(key)
        if task is None:
            task = self._shared[key] = self._start(request)
            # Shared until those who wait have drawn their conclusions (that the session is over, say): who
            # asks at the very moment of the answer, before them, would ask a second time.
            task.add_done_callback(lambda _: asyncio.get_running_loop().call_soon(self._shared.pop, key))
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
        turn = self.circuit.begin(request.host)
        while True:
            outcome = await self._once(request, generation)
            if not self._retry.is_worth_it(attempt, request, outcome):
                break
            await asyncio.sleep(self._retry.pause(attempt))
            attempt += 1
        self.circuit.settle(request.host, turn, outcome)
        if isinstance(outcome, Answer):
            if (skew := outcome.clock_skew) is not None:
                self.clock_skew = skew
            return outcome
        raise outcome

    async def _once(self, request: Request, generation: int) -> Answer | ApiError:
        origin = self._origins[request.host]
        if self.offline:
            return Offline(host=self.host_name(request.host))
        try:
            if request.with_key:
                return await self._transport.send(origin, self._with_bearer(request))
            if not request.with_session:
                return await self._transport.send(origin, request)
            if generation != self._session.generation:
                return self._session.absence
            ticket = self._session.next_ticket()
            answer = await self._transport.send(origin, replace(request, cookie=self._session.cookie()))
        except ApiError as problem:
            return problem
        self._session.renew(ticket, answer.set_cookies, answer.cookies_at)
        return replace(answer, asked=ticket)

    def _with_bearer(self, request: Request) -> Request:
        if self.service_key is None or request.host is not Host.TENANT:
            raise MissingServiceKey(host=self.host_name(request.host))
        token = self._session.token
        if token is not None and token.reveal() == self.service_key.reveal():
            # AUTH.md: never the session as a Bearer token, whoever mistook it for the key.
            raise InvalidServiceKey("session")
        return replace(request, bearer=self.service_key, with_session=False, cookie=None)
