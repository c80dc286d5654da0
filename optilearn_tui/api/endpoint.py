"""An endpoint of the platform: where it is, what comes back, and for how long that may be reused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from optilearn_tui.api.errors import UnreadableAnswer
from optilearn_tui.api.wire import Request, path_of

if TYPE_CHECKING:
    from optilearn_tui.api.policy import CachePolicy
    from optilearn_tui.api.tenancy import Host

T = TypeVar("T")


def _any_is(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Endpoint(Generic[T]):
    """One endpoint, declared beside the records it gives.

    Attributes:
        host: which of the two services has it.
        path: the path, with `{name}` for each id in it.
        shape: the type of its `data`.
        policy: how long an answer may be reused (PLATFORM.md §5).
        staff_only: whether nobody but staff asks it: a tenant that takes no sessions may then hide it (404).
        is_worth_keeping: whether an answer may take the place of the one that is kept, where any may.
    """

    host: Host
    path: str
    shape: type[T]
    policy: CachePolicy
    staff_only: bool = False
    is_worth_keeping: Callable[[T], bool] = _any_is

    @cached_property
    def reader(self) -> TypeAdapter[T]:
        """What turns JSON into the shape. Made when it is first needed: that takes a while."""
        return TypeAdapter(self.shape)

    def call(self, query: Mapping[str, str] | None = None, **ids: str) -> Call[T]:
        """This endpoint about certain things.

        Raises:
            InvalidRequest: an id cannot be one.
        """
        return Call(self, path_of(self.path, ids, query))


@dataclass(frozen=True)
class Call(Generic[T]):
    """One question that can be asked: an endpoint, and what about."""

    endpoint: Endpoint[T]
    path: str

    @property
    def names_a_thing(self) -> bool:
        """Whether it is about one thing, which there may not be; else it is about all there are."""
        return "{" in self.endpoint.path

    def request(
        self, *, with_session: bool = False, with_key: bool = False, headers: tuple[tuple[str, str], ...] = ()
    ) -> Request:
        """The question as it is sent: with the session, with the service key, or publicly."""
        return Request(
            self.endpoint.host,
            self.path,
            self.endpoint.path,
            headers=headers,
            with_session=with_session,
            with_key=with_key,
        )

    def read(self, data: object, *, host: str) -> T:
        """What the server sent, as the promised type.

        Raises:
            UnreadableAnswer: it is not of the promised shape.
        """
        try:
            return self.endpoint.reader.validate_python(data)
        except ValidationError:
            pass  # The error is raised outside: the record of a person must not hang on it.
        raise UnreadableAnswer("shape", host=host)
