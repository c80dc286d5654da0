"""The envelope of every answer, the platform's error codes, and how long an answer may be reused."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from optilearn_tui.sandbox.wire import Row

STATUS_OF_CODE = {
    "VALIDATION_ERROR": 400,
    "AUTH_REQUIRED": 401,
    "FEE_OVERDUE": 402,
    "FORBIDDEN": 403,
    "TENANT_MISMATCH": 403,
    "ENROLLMENT_REQUIRED": 403,
    "LESSON_LOCKED": 403,
    "NOT_FOUND": 404,
    "ALREADY_ENROLLED": 409,
    "COURSE_FULL": 409,
    "ATTEMPT_LIMIT": 409,
    "INTERNAL_ERROR": 500,
}
"""Each error code and its HTTP status (PLATFORM.md §4)."""

NO_STORE = "no-store"
ASK_FIRST = "private, no-cache"
FIVE_MINUTES = "private, max-age=300, stale-while-revalidate=300"
TEN_MINUTES = "private, max-age=600, stale-while-revalidate=600"
"""What `Cache-Control` says where PLATFORM.md §5 says no-store, where an answer may be kept and has to be
asked for each time (the overview, for which nothing is said), where it says 300, and where it says 600."""

_VARY = "Cookie, Authorization"


class Refusal(Exception):
    """A request that is answered with an error of the platform.

    Attributes:
        code: one of `STATUS_OF_CODE`.
        message: what the server says about it, in English, as the platform does.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def success(data: object, cache: str = NO_STORE, meta: Row | None = None) -> JSONResponse:
    """The envelope around an answer; `meta` tells where a page stands among all pages."""
    body: Row = {"data": data, "error": None} | ({} if meta is None else {"meta": meta})
    # Whom an answer is for matters to nobody who may not keep it.
    vary = {} if cache == NO_STORE else {"Vary": _VARY}
    return JSONResponse(body, headers={"Cache-Control": cache, **vary})


def failure(code: str, message: str, status: int | None = None) -> JSONResponse:
    """The envelope around an error; its status follows from the code unless another is given."""
    body = {"data": None, "error": {"code": code, "message": message}}
    return JSONResponse(body, status or STATUS_OF_CODE[code], headers={"Cache-Control": NO_STORE})


def code_for(status: int) -> str:
    """The code that goes with an HTTP status; `INTERNAL_ERROR` for the server's own troubles."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "INTERNAL_ERROR"
    first = (code for code, its_status in STATUS_OF_CODE.items() if its_status == status)
    return next(first, "VALIDATION_ERROR")
