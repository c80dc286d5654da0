"""The order of things that happened: newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown

T = TypeVar("T")


def newest_first(items: Iterable[T], when: Callable[[T], datetime | Unknown | None]) -> tuple[T, ...]:
    """The items by their moment, newest first; those without one follow in the order they came."""
    dated: list[tuple[datetime, T]] = []
    undated: list[T] = []
    for item in items:
        moment = when(item)
        if isinstance(moment, datetime):
            dated.append((moment, item))
        else:
            undated.append(item)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return (*(item for _, item in dated), *undated)
