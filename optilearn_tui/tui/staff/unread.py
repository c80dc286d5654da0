"""What stands where nobody has asked yet: neither a value, nor none, nor a failure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.paint import quiet, warning
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN

if TYPE_CHECKING:
    from optilearn_tui.tui.styled import Styled

T = TypeVar("T")

NOT_READ = "·"
"""Stands where nothing was asked yet."""

Answer = Reading[T] | ApiError | None
"""What became of a question: an answer, why there is none, or None while it was not asked."""


def known(answer: Answer[T]) -> T | Unknown:
    """The value of an answer; Unknown where there is none, for whatever reason."""
    return answer.value if isinstance(answer, Reading) else LEFT_OUT


def shown_of(answer: Answer[T], words: Callable[[T], str | Unknown | None]) -> str | Styled:
    """What `words` makes of an answer, or the sign that says why there is nothing to make it of."""
    if answer is None:
        return quiet(NOT_READ)
    if isinstance(answer, ApiError):
        return warning(NOT_KNOWN)
    return written(words(answer.value))


def written(value: str | Unknown | None) -> str | Styled:
    """A text, or the sign for none or for not known."""
    if isinstance(value, Unknown):
        return quiet(NOT_KNOWN)
    return value.strip() if value is not None and value.strip() else quiet(NONE_HERE)
