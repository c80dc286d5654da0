"""Listings that are told page by page (PLATFORM.md §4): `page` from 1, `perPage` up to a hundred."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row

_PER_PAGE = 20
MOST = 100
"""Rows on a page, whatever is asked for: `meta.perPage` tells what was given."""
_MOST_DIGITS = 9


def page(question: Question, rows: Sequence[Row]) -> Response:
    """Answer one page of these rows; a page behind the last one is empty.

    Raises:
        Refusal: VALIDATION_ERROR, `page` or `perPage` is no number from 1.
    """
    number = _number(question, "page", 1)
    size = min(_number(question, "perPage", _PER_PAGE), MOST)
    first = (number - 1) * size
    meta: Row = {
        "total": len(rows),
        "page": number,
        "perPage": size,
        "totalPages": -(-len(rows) // size),
    }
    return success(list(rows[first : first + size]), meta=meta)


def _number(question: Question, name: str, otherwise: int) -> int:
    text = question.parameter(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text)):
        raise Refusal("VALIDATION_ERROR", f"{name} is a number from 1")
    return int(text)
