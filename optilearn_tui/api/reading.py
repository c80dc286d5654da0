"""An answer together with when it was read, so that whatever shows it can say how old it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar, cast

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value and the moment (aware, UTC) at which the server gave it."""

    value: T
    at: datetime

    def map(self, change: Callable[[T], U]) -> Reading[U]:
        """The same reading of another value: what `change` makes of this one."""
        return cast("Reading[U]", replace(self, value=cast("T", change(self.value))))
