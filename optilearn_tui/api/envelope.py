"""What an answer says: the data in its envelope, or which error it is (PLATFORM.md §4)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import (
    Conflict,
    Declined,
    FeeOverdue,
    Forbidden,
    InvalidRequest,
    NotFound,
    NotSignedIn,
    ServerTrouble,
    TenantMismatch,
    TooManyRequests,
    UnreadableAnswer,
)
from optilearn_tui.api.http_date import read_http_date

if TYPE_CHECKING:
    from optilearn_tui.api.wire import Answer

_BY_CODE: dict[str, type[Declined]] = {
    "VALIDATION_ERROR": InvalidRequest,
    "AUTH_REQUIRED": NotSignedIn,
    "FEE_OVERDUE": FeeOverdue,
    "FORBIDDEN": Forbidden,
    "ENROLLMENT_REQUIRED": Forbidden,
    "LESSON_LOCKED": Forbidden,
    "TENANT_MISMATCH": TenantMismatch,
    "NOT_FOUND": NotFound,
    "ALREADY_ENROLLED": Conflict,
    "COURSE_FULL": Conflict,
    "ATTEMPT_LIMIT": Conflict,
}
_BY_STATUS: dict[int, type[Declined]] = {
    400: InvalidRequest,
    401: NotSignedIn,
    402: FeeOverdue,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    422: InvalidRequest,
}
_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What was in the envelope of an answer.

    Attributes:
        data: what was asked for.
        meta: paging numbers, where they stand beside it; None where there are none.
    """

    data: object = field(repr=False)
    meta: object = None


def unwrap(answer: Answer) -> Envelope:
    """The contents of an enveloped answer.

    `error` may be missing on success; paging numbers may stand in `meta` or inside `data` (PLATFORM.md §4).

    Raises:
        ApiError: the answer is an error, or no envelope.
    """
    refuse_failure(answer)
    content = parsed(answer)
    if not isinstance(content, dict) or "data" not in content:
        raise UnreadableAnswer("shape", host=answer.host)
    return Envelope(content["data"], content.get("meta"))


def bare(answer: Answer) -> object:
    """The JSON of an answer without envelope.

    Raises:
        ApiError: the answer is an error, or no JSON.
    """
    refuse_failure(answer)
    return parsed(answer)


def refuse_failure(answer: Answer) -> None:
    """Let an answer pass that is none of the platform's errors.

    Raises:
        ApiError: which one it is, by its code first and its status second.
    """
    status, host = answer.status, answer.host
    if answer.is_unchanged:
        # Said to somebody who named no version.
        raise UnreadableAnswer("empty", host=host)
    if answer.is_redirect:
        # Routes behind a middleware answer a missing session with a redirect (AUTH.md, fact 9).
        raise NotSignedIn(host=host, status=status)
    code = _code_in(answer)
    if code is None and 200 <= status < 300:
        return
    if (waiting := told_to_wait(answer)) is not None:
        raise waiting
    if code == "INTERNAL_ERROR" or (status >= 500 and code not in _BY_CODE):
        raise ServerTrouble(host=host, status=status)
    kind = _BY_CODE.get(code or "") or _BY_STATUS.get(status, Declined)
    raise kind(host=host, status=status, code=code)


def told_to_wait(answer: Answer) -> TooManyRequests | None:
    """What to raise where a server asks to be left alone for a while: 429, or 503 with `Retry-After`."""
    until = _retry_after(answer)
    if answer.status == 429 or (answer.status == 503 and until is not None):
        return TooManyRequests(host=answer.host, status=answer.status, until=until)
    return None


def parsed(answer: Answer) -> object:
    """The JSON of an answer.

    Raises:
        UnreadableAnswer: it is not JSON: a proxy's HTML page, nothing at all, or something else.
    """
    body = answer.body.strip()
    if not body:
        raise UnreadableAnswer("empty", host=answer.host)
    try:
        content: object = json.loads(body)
    except (ValueError, RecursionError):
        reason = (
            "html" if body.startswith(b"<") or "html" in answer.headers.get("content-type", "") else "json"
        )
    else:
        return content
    raise UnreadableAnswer(reason, host=answer.host)


def is_explained(answer: Answer) -> bool:
    """Whether a refusal is the platform's own, with a code: not a proxy's, and not a missing address."""
    return _code_in(answer) is not None


def _code_in(answer: Answer) -> str | None:
    try:
        content = parsed(answer)
    except UnreadableAnswer:
        return None
    error = content.get("error") if isinstance(content, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else None


def _retry_after(answer: Answer) -> datetime | None:
    given = answer.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdigit():
        return answer.at + timedelta(seconds=min(int(given[:9]), 86_400))
    return read_http_date(given)
