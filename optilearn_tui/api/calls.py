"""The ways to call the platform, by the platform's own names (PLATFORM.md §5)."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.envelope import Envelope, bare, is_explained, unwrap
from optilearn_tui.api.errors import (
    ApiError,
    Declined,
    Forbidden,
    MissingServiceKey,
    NotFound,
    NotSignedIn,
    ServiceKeyRefused,
    ServiceKeyWanted,
    TenantMismatch,
    UnreadableAnswer,
)
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.paging import Page, page_of
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.auth import Auth
    from optilearn_tui.api.endpoint import Call, Endpoint
    from optilearn_tui.api.exchange import Exchange
    from optilearn_tui.api.session import Session
    from optilearn_tui.api.wire import Answer

T = TypeVar("T")


class Calls:
    """What every noun of the client asks through: with a credential and an envelope, or publicly without."""

    def __init__(self, exchange: Exchange, auth: Auth, session: Session) -> None:
        self._exchange = exchange
        self._auth = auth
        self._session = session
        # The subdomain decides the tenant; this is a second check (PLATFORM.md §1).
        self._tenant_headers = (("x-institution-slug", session.slug), ("Content-Type", "application/json"))

    async def lms_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask, and take the data out of its envelope.

        OptiCRM is asked with the service key where there is one, and else with the session; OptiLearn always
        with the session (PLATFORM.md §3). A 401 or a redirect of a session is looked into: all calls that
        fail so at the same time are one question to the server, who is signed in (AUTH.md).

        Raises:
            MissingServiceKey: it is for staff, and there is neither a key nor a session; nothing was sent.
            SessionEnded: nobody is signed in any more.
            ServiceKeyWanted: a member of staff is, and the institution wants its service key for this.
            ServiceKeyRefused: the institution does not accept the service key.
            Forbidden: somebody is signed in, and may not see this.
            ApiError: any other.
        """
        answer, envelope = await self._opened(call)
        return Reading(call.read(envelope.data, host=answer.host), answer.at)

    async def lms_page(self, call: Call[tuple[T, ...]], *, key: str) -> Page[T]:
        """Ask for one page of a listing, whose rows stand alone in the envelope or under `key` in an object.

        Raises:
            ApiError: as `lms_fetch`.
        """
        answer, envelope = await self._opened(call)

        def rows(data: object) -> tuple[T, ...]:
            return call.read(data, host=answer.host)

        page = page_of(envelope.data, envelope.meta, rows, key=key, host=answer.host)
        return replace(page, at=answer.at)

    async def public_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask without a session, and take the answer as it is: it has no envelope.

        Raises:
            ApiError: no answer, or none of the promised shape.
        """
        answer = await self._exchange.ask(call.request())
        if answer.is_redirect:
            raise UnreadableAnswer("redirect", host=answer.host)
        return Reading(call.read(bare(answer), host=answer.host), answer.at)

    def mix_up(self, endpoint: Endpoint[T]) -> UnreadableAnswer:
        """The error for an answer that is about something else than was asked."""
        return UnreadableAnswer("shape", host=self._exchange.host_name(endpoint.host))

    async def _opened(self, call: Call[T]) -> tuple[Answer, Envelope]:
        at_tenant = call.endpoint.host is Host.TENANT
        with_key = at_tenant and self._exchange.service_key is not None
        if at_tenant and call.endpoint.staff_only and not with_key and self._session.is_missing:
            raise MissingServiceKey(host=self._exchange.host_name(Host.TENANT))
        headers = self._tenant_headers if at_tenant else ()
        answer = await self._exchange.ask(
            call.request(with_session=not with_key, with_key=with_key, headers=headers)
        )
        try:
            return answer, unwrap(answer)
        except Declined as problem:
            refusal = problem
        raise _of_key(refusal) if with_key else await self._of_session(refusal, answer, call)

    async def _of_session(self, refusal: Declined, answer: Answer, call: Call[T]) -> ApiError:
        """What a refusal means to the person whose session was sent."""
        if isinstance(refusal, NotSignedIn):
            await self._auth.confirm(answer)
            refusal = Forbidden(host=answer.host, status=answer.status)
        elif isinstance(refusal, TenantMismatch):
            return TenantMismatch(host=answer.host, status=refusal.status, asked=self._session.slug)
        elif _is_hidden(refusal, answer, call):
            refusal = Forbidden(host=answer.host, status=answer.status)
        elif is_explained(answer) and not call.endpoint.staff_only:
            return refusal  # Sessions are taken here: it is this person's role that is refused.
        if type(refusal) is Forbidden and call.endpoint.host is Host.TENANT and self._is_staff:
            return ServiceKeyWanted(host=answer.host, status=refusal.status, code=refusal.code)
        return refusal

    @property
    def _is_staff(self) -> bool:
        identity = self._auth.identity
        return identity is not None and identity.kind is PersonKind.STAFF


def _of_key(refusal: Declined) -> ApiError:
    """What a refusal means where the service key was sent."""
    if isinstance(refusal, NotSignedIn | Forbidden):
        return ServiceKeyRefused(host=refusal.host, status=refusal.status, code=refusal.code)
    return refusal


def _is_hidden(refusal: Declined, answer: Answer, call: Call[T]) -> bool:
    """Whether "not found" means that the address is hidden from sessions, not that a thing is missing."""
    if not isinstance(refusal, NotFound) or not call.endpoint.staff_only:
        return False
    about_one = call.names_a_thing and is_explained(answer)
    return answer.status == HTTPStatus.NOT_FOUND and not about_one
