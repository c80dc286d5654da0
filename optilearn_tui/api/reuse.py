"""Whether a question goes out: an answer that is kept may do, or may have to (PLATFORM.md §5)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.cache.freshness import Age, age_of, etag_of, fresh_for
from optilearn_tui.api.cache.kept import Kept
from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    NotFound,
    ServerTrouble,
    ServiceKeyRefused,
    ServiceKeyWanted,
    TenantMismatch,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.wire import Answer

if TYPE_CHECKING:
    from optilearn_tui.api.cache.cache import Cache, Credential, Place
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.endpoint import Call

T = TypeVar("T")

_NO_ANSWER = (Unreachable, ServerTrouble, UnreadableAnswer)
"""What keeps the school from answering: an older answer may stand in."""
_ABOUT_WHO_ASKS = (TenantMismatch, ServiceKeyRefused, ServiceKeyWanted)
"""Refusals that say nothing about the thing that was asked about."""


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """A question that may be answered from what is kept.

    Attributes:
        call: what is asked.
        credential: what it is asked with.
        ask: asks the school, unless the version of that name is still the newest; raises an ApiError.
        open: takes the data out of an answer; raises an ApiError where there is none in it.
        fits: whether a value is about what was asked.
    """

    call: Call[T]
    credential: Credential
    ask: Callable[[str | None], Awaitable[Answer]]
    open: Callable[[Answer], object]
    fits: Callable[[T], bool]

    def read(self, answer: Answer) -> T:
        """The value in an answer.

        Raises:
            UnreadableAnswer: it is not of the promised shape, or about something else.
        """
        value = self.call.read(self.open(answer), host=answer.host)
        if not self.fits(value):
            raise UnreadableAnswer("shape", host=answer.host)
        return value


@dataclass(frozen=True, slots=True)
class _Found(Generic[T]):
    value: T
    kept: Kept

    def reading(self, because: ApiError | None = None, *, is_old: bool = False) -> Reading[T]:
        """As a reading of its age."""
        return Reading(self.value, self.kept.at, because, is_old or because is not None)


class Reuse:
    """Answers questions from what is kept, from the school, or from both, as their policies say.

    Attributes:
        takes_old: whether an answer may do that is older than its policy lets it be used without asking.
    """

    def __init__(self, cache: Cache, clock: Clock) -> None:
        self.cache = cache
        self.takes_old = True
        self._clock = clock
        self._behind: dict[bytes, asyncio.Task[None]] = {}

    async def reading(self, question: Question[T], place: Place, *, anew: bool = False) -> Reading[T]:
        """The answer to a question, kept in `place` where it may be.

        Args:
            question: what is asked.
            place: where its answers are kept.
            anew: ask the school whatever is kept; only what has changed is sent then.

        Raises:
            ApiError: there is no answer, nor one that may stand in.
        """
        policy = question.call.endpoint.policy
        if not policy.may_store:
            answer = await question.ask(None)
            return Reading(question.read(answer), answer.at)
        key = place.key_of(question.call, question.credential)
        joined = anew and await self._joined(key)
        found = await self.find(question, place)
        if found is not None and (joined or (not anew and self.cache.is_renewed(key))):
            match age_of(found.kept, policy, self._clock()):
                case Age.FRESH:
                    return found.reading()
                case Age.RECENT if self.takes_old and not joined:
                    self._ask_behind(question, place, found)
                    return found.reading(is_old=True)
        try:
            return await self._asked(question, place, found)
        except _NO_ANSWER as problem:
            if found is None or not (policy.stale_on_error and self.takes_old):
                raise
            return found.reading(problem.with_traceback(None))

    async def last_known(self, question: Question[T], place: Place) -> Reading[T] | None:
        """What is kept of an answer; None where nothing is. The school is not asked."""
        found = await self.find(question, place)
        return None if found is None else found.reading(is_old=True)

    async def find(self, question: Question[T], place: Place) -> _Found[T] | None:
        """What is kept of an answer and can still be read."""
        key = place.key_of(question.call, question.credential)
        kept = await place.shelf.find(key)
        if kept is None:
            return None
        try:
            return _Found(question.read(_as_answer(kept)), kept)
        except ApiError:  # an answer that an earlier version of this program took for one
            place.shelf.drop(key)
            return None

    async def aclose(self) -> None:
        """Give up what is asked behind."""
        under_way = tuple(self._behind.values())
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def _asked(self, question: Question[T], place: Place, found: _Found[T] | None) -> Reading[T]:
        key = place.key_of(question.call, question.credential)
        try:
            answer = await question.ask(found.kept.etag if found is not None else None)
        except (Forbidden, NotFound) as refusal:
            if self._is_current(place) and not isinstance(refusal, _ABOUT_WHO_ASKS):
                place.shelf.drop(key)
            raise
        if found is not None and answer.is_unchanged:
            value, body, etag = found.value, found.kept.body, found.kept.etag
        else:
            value, body, etag = question.read(answer), answer.body, etag_of(answer.headers)
        self.cache.note_asked(key)
        if self._is_current(place) and question.call.endpoint.is_worth_keeping(value):
            self._keep(question, place, answer, (body, etag))
        return Reading(value, answer.at)

    def _keep(
        self, question: Question[T], place: Place, answer: Answer, version: tuple[bytes, str | None]
    ) -> None:
        policy, key = question.call.endpoint.policy, place.key_of(question.call, question.credential)
        seconds = fresh_for(policy, answer.headers)
        if seconds is None:
            place.shelf.drop(key)
        else:
            body, etag = version
            place.shelf.put(place.scope, key, Kept(body, answer.at, etag, seconds, policy.is_snapshot))

    def _is_current(self, place: Place) -> bool:
        """Whether who asked is still the one who is signed in."""
        return place in (self.cache.place, self.cache.public_place)

    def _ask_behind(self, question: Question[T], place: Place, found: _Found[T]) -> None:
        key = place.key_of(question.call, question.credential)
        if key not in self._behind:
            task = self._behind[key] = asyncio.create_task(self._asked_behind(question, place, found))
            task.add_done_callback(lambda _: self._behind.pop(key))

    async def _joined(self, key: bytes) -> bool:
        """Wait for what is asked behind, where it is; whether it was."""
        under_way = self._behind.get(key)
        if under_way is None:
            return False
        await asyncio.wait({under_way})
        return True

    async def _asked_behind(self, question: Question[T], place: Place, found: _Found[T]) -> None:
        try:
            await self._asked(question, place, found)
        except ApiError:
            return  # Whoever wants to know asks anew, and is told.


def _as_answer(kept: Kept) -> Answer:
    return Answer(host="", status=200, at=kept.at, headers={}, body=kept.body)
