"""What an answer says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from optilearn_tui.api.envelope import bare, unwrap
from optilearn_tui.api.errors import (
    ApiError,
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
from optilearn_tui.api.wire import Answer

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
PAGE = b"<html>Please sign in</html>"


def answer(content: object, status: int = 200, **headers: str) -> Answer:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("riverside.opticrm.app", status, NOW, named, body)


@pytest.mark.parametrize(
    "content",
    [
        {"data": [1], "error": None},
        {"data": [1]},
        {"data": [1], "error": None, "meta": {"total": 1, "page": 1, "perPage": 25, "totalPages": 1}},
        b'\xef\xbb\xbf{"data": [1]}',
    ],
)
def test_success_is_unwrapped(content: object) -> None:
    assert unwrap(answer(content)).data == [1]


def test_paging_numbers_inside_data_are_no_harm() -> None:
    content = {"data": {"children": [], "total": 0, "page": 1}}

    assert unwrap(answer(content)).data == content["data"]


@pytest.mark.parametrize(
    ("code", "status", "error"),
    [
        ("VALIDATION_ERROR", 400, InvalidRequest),
        ("AUTH_REQUIRED", 401, NotSignedIn),
        ("FEE_OVERDUE", 402, FeeOverdue),
        ("FORBIDDEN", 403, Forbidden),
        ("TENANT_MISMATCH", 403, TenantMismatch),
        ("ENROLLMENT_REQUIRED", 403, Forbidden),
        ("LESSON_LOCKED", 403, Forbidden),
        ("NOT_FOUND", 404, NotFound),
        ("ALREADY_ENROLLED", 409, Conflict),
        ("COURSE_FULL", 409, Conflict),
        ("ATTEMPT_LIMIT", 409, Conflict),
        ("INTERNAL_ERROR", 500, ServerTrouble),
        ("FORBIDDEN", 200, Forbidden),
        ("NOT_FOUND", 500, NotFound),
        ("INTERNAL_ERROR", 200, ServerTrouble),
        ("SOMETHING_NEW", 403, Forbidden),
        ("SOMETHING_NEW", 418, Declined),
        ("SOMETHING_NEW", 500, ServerTrouble),
    ],
)
def test_a_failure_is_told_by_its_code_first(code: str, status: int, error: type[ApiError]) -> None:
    with pytest.raises(ApiError) as caught:
        unwrap(answer({"data": None, "error": {"code": code, "message": "no"}}, status))

    assert type(caught.value) is error
    assert caught.value.host == "riverside.opticrm.app"
    if isinstance(caught.value, Declined):
        assert (caught.value.code, caught.value.status) == (code, status)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (302, NotSignedIn),
        (307, NotSignedIn),
        (400, InvalidRequest),
        (401, NotSignedIn),
        (402, FeeOverdue),
        (403, Forbidden),
        (404, NotFound),
        (409, Conflict),
        (429, TooManyRequests),
        (500, ServerTrouble),
        (503, ServerTrouble),
    ],
)
@pytest.mark.parametrize("body", [b"", PAGE, b'{"error": "text"}', b'{"error": {"code": 7}}'])
def test_without_a_code_the_status_tells(status: int, error: type[ApiError], body: bytes) -> None:
    with pytest.raises(ApiError) as caught:
        unwrap(answer(body, status))

    assert type(caught.value) is error


@pytest.mark.parametrize("code", ["\x1b[31m", "x" * 500, "lower case", ""])
def test_a_hostile_code_is_dropped(code: str) -> None:
    with pytest.raises(Forbidden) as caught:
        unwrap(answer({"error": {"code": code}}, 403))

    assert caught.value.code == "FORBIDDEN"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (PAGE, "html"),
        (b"{", "json"),
        (b"\xff\xfe\xfd", "json"),
        (b"[" * 200_000, "json"),
        (b"1" * 5000, "json"),
        (b"null", "shape"),
        (b"[]", "shape"),
        (b"{}", "shape"),
        (b'{"children": []}', "shape"),
    ],
)
def test_what_is_no_envelope_is_unreadable(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableAnswer) as caught:
        unwrap(answer(body))

    assert caught.value.reason == reason


def test_bare_answers_are_taken_as_they_are() -> None:
    assert bare(answer({"name": "Riverside"})) == {"name": "Riverside"}


@pytest.mark.parametrize(
    ("given", "until"),
    [
        ("120", NOW + timedelta(seconds=120)),
        ("Wed, 15 Apr 2026 06:35:00 GMT", datetime(2026, 4, 15, 6, 35, tzinfo=UTC)),
        ("9" * 30, NOW + timedelta(days=1)),
        ("soon", None),
        ("", None),
    ],
)
def test_the_time_to_come_back_is_told(given: str, until: datetime | None) -> None:
    with pytest.raises(TooManyRequests) as caught:
        unwrap(answer(b"", 429, retry_after=given))

    assert caught.value.until == until


def test_a_server_under_repair_may_say_when_too() -> None:
    with pytest.raises(TooManyRequests) as caught:
        unwrap(answer(PAGE, 503, retry_after="60"))

    assert (caught.value.status, caught.value.until) == (503, NOW + timedelta(seconds=60))
