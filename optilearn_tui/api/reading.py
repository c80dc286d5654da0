"""An answer together with when it was read, so that whatever shows it can say how old it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from optilearn_tui.api.errors import ApiError

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value and the moment (aware, UTC) at which the server gave it, or last confirmed it.

    Attributes:
        stale_because: the server was asked and gave no answer; this is an older one.
        is_old: older than it may be used without asking: to be shown with its age, until a newer one is here.
    """

    value: T
    at: datetime
    stale_because: ApiError | None = None
    is_old: bool = False

    def map(self, change: Callable[[T], U]) -> Reading[U]:
        """The same reading of another value: what `change` makes of this one."""
        return cast("Reading[U]", replace(self, value=cast("T", change(self.value))))
