"""Paths: an id stays in its place, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.errors import InvalidRequest
from optilearn_tui.api.wire import path_of


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("c-1", "/p/c-1/children"),
        ("a/b", "/p/a%2Fb/children"),
        ("a b?c#d", "/p/a%20b%3Fc%23d/children"),
        ("%2e%2e", "/p/%252e%252e/children"),
        ("दी", "/p/%E0%A4%A6%E0%A5%80/children"),
        ("...", "/p/.../children"),
        ("{x}", "/p/%7Bx%7D/children"),
    ],
)
def test_an_id_is_quoted(value: str, path: str) -> None:
    assert path_of("/p/{id}/children", {"id": value}) == path


@pytest.mark.parametrize(
    "value", ["", " ", ".", "..", "../", "../../admin", "a/../b", "a\\..\\b", "./a", "a/ .. /b", "\ud800"]
)
def test_an_id_that_would_climb_out_is_refused(value: str) -> None:
    with pytest.raises(InvalidRequest):
        path_of("/p/{id}/children", {"id": value})


@given(st.text())
def test_an_id_is_always_one_segment(value: str) -> None:
    try:
        path = path_of("/p/{id}/children", {"id": value})
    except InvalidRequest:
        return
    assert path.isascii()
    assert path.isprintable()
    _, first, middle, last = path.split("/")
    assert (first, last) == ("p", "children")
    assert middle not in {"", ".", ".."}
    assert not {"?", "#"} & set(middle)


def test_a_query_is_quoted() -> None:
    assert path_of("/a", {}, {"from": "2026-04-01", "q": "a&b=c"}) == "/a?from=2026-04-01&q=a%26b%3Dc"
