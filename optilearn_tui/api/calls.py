"""The ways to call the platform, by the platform's own names (PLATFORM.md §5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.cache.cache import Credential
from optilearn_tui.api.envelope import bare, is_explained, refuse_failure, unwrap
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
from optilearn_tui.api.reuse import Question, Reuse
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.auth import Auth
    from optilearn_tui.api.endpoint import Call, Endpoint
    from optilearn_tui.api.exchange import Exchange
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.api.session import Session
    from optilearn_tui.api.wire import Answer

T = TypeVar("T")


def _anything(_: object) -> bool:
    return True


class Calls:
    """What every noun of the client asks through: with a credential and an envelope, or publicly without.

    Attributes:
        cache: where answers are kept.
    """

    def __init__(self, exchange: Exchange, auth: Auth, session: Session, reuse: Reuse) -> None:
        self.cache = reuse.cache
        self._reuse = reuse
        self._exchange = exchange
        self._auth = auth
        self._session = session
        # The subdomain decides the tenant; this is a second check (PLATFORM.md §1).
        self._tenant_headers = (("x-institution-slug", session.slug), ("Content-Type", "application/json"))

    async def lms_fetch(
        self, call: Call[T], *, anew: bool = False, fits: Callable[[T], bool] = _anything
    ) -> Reading[T]:
        """Ask, and take the data out of its envelope; or take what is kept, where that is allowed.

        OptiCRM is asked with the service key where there is one, and else with the session; OptiLearn always
        with the session (PLATFORM.md §3). A 401 or a redirect of a session is looked into: all calls that
        fail so at the same time are one question to the server, who is signed in (AUTH.md).

        Args:
            call: what is asked.
            anew: ask the school, whatever is kept.
            fits: whether a value is about what was asked; one that is not is neither given nor kept.

        Raises:
            MissingServiceKey: it is for staff, and there is neither a key nor a session; nothing was sent.
            SessionEnded: nobody is signed in any more.
            ServiceKeyWanted: a member of staff is, and the institution wants its service key for this.
            ServiceKeyRefused: the institution does not accept the service key.
            Forbidden: somebody is signed in, and may not see this.
            ApiError: any other.
        """
        return await self._reuse.reading(self._question(call, fits), self.cache.place, anew=anew)

    async def last_known(self, call: Call[T], *, fits: Callable[[T], bool] = _anything) -> Reading[T] | None:
        """What is kept of an answer, however old; None where nothing is. The school is not asked."""
        return await self._reuse.last_known(self._question(call, fits), self.cache.place)

    async def lms_page(self, call: Call[tuple[T, ...]], *, key: str) -> Page[T]:
        """Ask for one page of a listing, whose rows stand alone in the envelope or under `key` in an object.

        Raises:
            ApiError: as `lms_fetch`.
        """
        answer = await self._asked(call, None)
        envelope = unwrap(answer)

        def rows(data: object) -> tuple[T, ...]:
            return call.read(data, host=answer.host)

        page = page_of(envelope.data, envelope.meta, rows, key=key, host=answer.host)
        return replace(page, at=answer.at)

    async def public_fetch(
        self, call: Call[T], *, anew: bool = False, fits: Callable[[T], bool] = _anything
    ) -> Reading[T]:
        """Ask without a session, and take the answer as it is: it has no envelope.

        Raises:
            ApiError: no answer, or none of the promised shape.
        """

        async def ask(etag: str | None) -> Answer:
            answer = await self._exchange.ask(call.request(headers=_unless(etag)))
            if answer.is_redirect:
                raise UnreadableAnswer("redirect", host=answer.host)
            if not (etag and answer.is_unchanged):
                refuse_failure(answer)
            return answer

        question = Question(call, Credential.NONE, ask, bare, fits)
        return await self._reuse.reading(question, self.cache.public_place, anew=anew)

    def mix_up(self, endpoint: Endpoint[T]) -> UnreadableAnswer:
        """The error for an answer that is about something else than was asked."""
        return UnreadableAnswer("shape", host=self._exchange.host_name(endpoint.host))

    def _question(self, call: Call[T], fits: Callable[[T], bool]) -> Question[T]:
        async def ask(etag: str | None) -> Answer:
            return await self._asked(call, etag)

        credential = Credential.KEY if self._goes_with_key(call) else Credential.SESSION
        return Question(call, credential, ask, _data_of, fits)

    def _goes_with_key(self, call: Call[T]) -> bool:
        return call.endpoint.host is Host.TENANT and self._exchange.service_key is not None

    async def _asked(self, call: Call[T], etag: str | None) -> Answer:
        """The answer of the school: it has data, or says that the version of that name is the newest."""
        at_tenant, with_key = call.endpoint.host is Host.TENANT, self._goes_with_key(call)
        if at_tenant and call.endpoint.staff_only and not with_key and self._session.is_missing:
            raise MissingServiceKey(host=self._exchange.host_name(Host.TENANT))
        headers = (*(self._tenant_headers if at_tenant else ()), *_unless(etag))
        answer = await self._exchange.ask(
            call.request(with_session=not with_key, with_key=with_key, headers=headers)
        )
        if etag and answer.is_unchanged:
            return answer
        try:
            refuse_failure(answer)
        except Declined as problem:
            refusal = problem
        else:
            return answer
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


def _unless(etag: str | None) -> tuple[tuple[str, str], ...]:
    """The header for a question whose answer is kept in the version of that name."""
    return (("If-None-Match", etag),) if etag else ()


def _data_of(answer: Answer) -> object:
    return unwrap(answer).data


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
