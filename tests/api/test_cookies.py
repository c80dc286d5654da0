"""Cookies by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from optilearn_tui.api.cookies import joined, read_set_cookies, written
from optilearn_tui.api.token import CHUNK_SIZE

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "live"),
    [
        ("s=abc; Path=/; HttpOnly; Secure; SameSite=Lax", True),
        ("s=abc; Max-Age=60", True),
        ("s=abc; Max-Age=0", False),
        ("s=abc; Max-Age=-1", False),
        ("s=abc; max-age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", True),
        ("s=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT", False),
        ("s=abc; Expires=Fri, 15 May 2026 06:30:00 GMT", True),
        ("s=abc; Expires=one day", True),
        ("s=", False),
    ],
)
def test_a_cleared_cookie_is_not_live(line: str, live: bool) -> None:
    (cookie,) = read_set_cookies([line], NOW)

    assert cookie.live is live


def test_values_stay_as_they_were_sent_and_do_not_print() -> None:
    (cookie,) = read_set_cookies(["__Host-authjs.csrf-token=abc%7Cdef; Path=/"], NOW)

    assert cookie.value == "abc%7Cdef"
    assert "abc" not in repr(cookie)


def test_a_line_without_a_name_sets_nothing() -> None:
    assert list(read_set_cookies(["", "=x", "novalue", ";"], NOW)) == []


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["s=whole"], "whole"),
        (["s.1=b", "s.0=a", "other=x"], "ab"),
        ([f"s.{number}={number}," for number in range(11)], "0,1,2,3,4,5,6,7,8,9,10,"),
        (["s=; Max-Age=0", "s.0=a", "s.1=b"], "ab"),
        (["s=whole", "s.0=; Max-Age=0", "s.1=; Max-Age=0"], "whole"),
        (["s.0=a", "s.2=c"], None),
        (["s.0=a", "s.1=; Max-Age=0"], "a"),
        (["s-other=x", "s.x=y", "s.=z", "xs=1", "s.0.1=q"], None),
        (["s=; Max-Age=0"], None),
        (["s=first", "s=second"], "second"),
        (["s.0=a", "s.1=b", "s=whole"], "whole"),
        (["s=", "s=live", "s=; Max-Age=0"], "live"),
        (["s=old", "s=; Max-Age=0", "s.0=a", "s.1=b"], "ab"),
        (["s.0=a", "s.1=b", "s.0=; Max-Age=0", "s.1=; Max-Age=0", "s=new"], "new"),
        (["s.0=a", "s.1=b", "s.2=c", "s.0=d", "s.1=e", "s.2=; Max-Age=0"], "de"),
        ([f"s.{'9' * 5_000}=x", "s.0=a"], "a"),
        ([], None),
    ],
)
def test_chunks_are_joined_in_numeric_order(lines: list[str], value: str | None) -> None:
    assert joined(read_set_cookies(lines, NOW), "s") == value


def test_a_long_value_is_sent_in_chunks_and_in_no_other_form() -> None:
    value = "x" * (CHUNK_SIZE * 2 + 1)

    header = written("s", value)

    assert [pair.partition("=")[0] for pair in header.split("; ")] == ["s.0", "s.1", "s.2"]
    assert joined(read_set_cookies(header.split("; "), NOW), "s") == value
    assert written("s", "x" * CHUNK_SIZE) == f"s={'x' * CHUNK_SIZE}"
