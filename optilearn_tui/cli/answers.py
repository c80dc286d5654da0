"""What became of one of several questions that were asked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import ApiError, NotSignedIn

if TYPE_CHECKING:
    from optilearn_tui.api.reading import Reading

T = TypeVar("T")


def told(answer: Reading[T] | BaseException) -> T | ApiError:
    """What a question gave, or why it gave nothing: one part's failure is no other part's.

    Raises:
        NotSignedIn: nothing more can be asked, and nobody should act on the rest.
    """
    if isinstance(answer, ApiError) and not isinstance(answer, NotSignedIn):
        return answer
    if isinstance(answer, BaseException):
        raise answer
    return answer.value
