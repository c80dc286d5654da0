"""What a screen knows about one subject: an answer and its moment, what went wrong, what is on its way."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.reading import Reading

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Feed(Generic[T]):
    """Everything known of one question about one subject.

    Attributes:
        subject: whom or what it is about (for a child: the contact id); None before anybody was chosen. It
            travels with the answer, so that one child's data can never stand under another's name.
        reading: the last answer. It stays while a later question fails.
        error: why the last question got no answer.
        loading: a question is under way.
    """

    subject: Hashable = None
    reading: Reading[T] | None = None
    error: ApiError | None = None
    loading: bool = False

    def asked(self) -> Feed[T]:
        """The same, while a question is under way."""
        return replace(self, loading=True)

    def answered(self, reading: Reading[T]) -> Feed[T]:
        """The same subject with a new answer; with one of earlier, where the school gave none now."""
        return Feed(self.subject, reading, reading.stale_because)

    def failed(self, error: ApiError) -> Feed[T]:
        """The same, old answer included, after a question without an answer."""
        return replace(self, error=error, loading=False)

    def map(self, change: Callable[[T], U]) -> Feed[U]:
        """The feed of what `change` makes of the answer."""
        return Feed(
            self.subject, None if self.reading is None else self.reading.map(change), self.error, self.loading
        )

    @property
    def at(self) -> datetime | None:
        """When the answer was given (aware, UTC); None without one."""
        return None if self.reading is None else self.reading.at

    @property
    def saved(self) -> bool:
        """Whether the answer was kept from earlier, and the school was not asked about it since."""
        reading = self.reading
        return reading is not None and reading.is_old and reading.stale_because is None
