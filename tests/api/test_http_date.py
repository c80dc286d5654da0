"""Dates of HTTP, also those that nobody should send."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from optilearn_tui.api.http_date import read_http_date

MOMENT = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 15 Apr 2026 06:30:00 GMT",
        "Wed, 15 Apr 2026 12:00:00 +0530",
        "Wed, 15 Apr 2026 06:30:00 -0000",
        "Wed, 15-Apr-2026 06:30:00 GMT",
    ],
)
def test_a_date_is_a_moment(text: str) -> None:
    assert read_http_date(text) == MOMENT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "Wed, 31 Feb 2026 06:30:00 GMT",
        "Wed, 15 Apr 99999 06:30:00 GMT",
        "Fri, 31 Dec 9999 23:00:00 -2300",
        "Wed, 15 Apr 2026 06:30:00 +99999999999999999999",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert read_http_date(text) is None
