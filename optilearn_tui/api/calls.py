"""The ways to call the platform, by the platform's own names (PLATFORM.md §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.envelope import bare, unwrap
from optilearn_tui.api.errors import Forbidden, NotSignedIn, TenantMismatch, UnreadableAnswer
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.auth import Auth
    from optilearn_tui.api.endpoint import Call, Endpoint
    from optilearn_tui.api.exchange import Exchange

T = TypeVar("T")


class Calls:
    """What every noun of the client asks through: with the session and an envelope, or publicly without."""

    def __init__(self, exchange: Exchange, auth: Auth, slug: str) -> None:
        self._exchange = exchange
        self._auth = auth
        self._slug = slug
        # The subdomain decides the tenant; this is a second check (PLATFORM.md §1).
        self._tenant_headers = (("x-institution-slug", slug), ("Content-Type", "application/json"))

    async def lms_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask with the session, and take the data out of its envelope.

        A 401 or a redirect is looked into: all calls that fail so at the same time are one question to the
        server, who is signed in (AUTH.md).

        Raises:
            SessionEnded: nobody is signed in any more.
            Forbidden: somebody is, and may not see this.
            ApiError: any other.
        """
        refusal: Forbidden
        headers = self._tenant_headers if call.endpoint.host is Host.TENANT else ()
        answer = await self._exchange.ask(call.request(with_session=True, headers=headers))
        try:
            data = unwrap(answer)
        except NotSignedIn:
            refusal = Forbidden(host=answer.host, status=answer.status)
            await self._auth.confirm(answer)
        except TenantMismatch as problem:
            refusal = TenantMismatch(host=answer.host, status=problem.status, asked=self._slug)
        else:
            return Reading(call.read(data, host=answer.host), answer.at)
        raise refusal

    async def public_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask without a session, and take the answer as it is: it has no envelope.

        Raises:
            ApiError: no answer, or none of the promised shape.
        """
        answer = await self._exchange.ask(call.request(with_session=False))
        if answer.is_redirect:
            raise UnreadableAnswer("redirect", host=answer.host)
        return Reading(call.read(bare(answer), host=answer.host), answer.at)

    def mix_up(self, endpoint: Endpoint[T]) -> UnreadableAnswer:
        """The error for an answer that is about something else than was asked."""
        return UnreadableAnswer("shape", host=self._exchange.host_name(endpoint.host))
