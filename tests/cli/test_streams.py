"""What reaches a terminal can never steer it."""

from __future__ import annotations

import io
import json
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optilearn_tui.cli.streams import complain, tell, tell_csv, tell_json

if TYPE_CHECKING:
    import pytest

HOSTILE = "\x1b]0;title\x07\x9b31mRed\u202edrawkcab\u2028next\r"
HARMLESS = {"\n", "\u200c", "\u200d"}


def test_escape_sequences_and_overrides_are_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    tell(HOSTILE)
    complain(HOSTILE)

    assert capsys.readouterr() == ("]0;title31mReddrawkcabnext", "]0;title31mReddrawkcabnext\n")


def test_hindi_joiners_and_thin_spaces_stay(capsys: pytest.CaptureFixture[str]) -> None:
    tell("क्\u200dष \u202f₹\n")

    assert capsys.readouterr().out == "क्\u200dष \u202f₹\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_nothing_that_steers_gets_through(capsys: pytest.CaptureFixture[str], text: str) -> None:
    tell(text)

    written = capsys.readouterr().out
    assert all(each in HARMLESS or unicodedata.category(each)[0] != "C" for each in written)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_json_keeps_every_readable_text(capsys: pytest.CaptureFixture[str], text: str) -> None:
    tell_json({"name": text})

    assert json.loads(capsys.readouterr().out) == {"name": text}


def test_json_is_ascii_where_the_stream_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)

    tell_json({"name": "दीया"}, one_line=True)

    stream.flush()
    written = stream.buffer.getvalue() if isinstance(stream.buffer, io.BytesIO) else b""
    assert json.loads(written) == {"name": "दीया"}


def test_a_table_is_utf8_with_its_own_line_breaks_whatever_the_stream_speaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\r\n")
    monkeypatch.setattr("sys.stdout", stream)

    tell_csv("name\r\nदीया\x1b[31m\r\n")

    stream.flush()
    written = stream.buffer.getvalue() if isinstance(stream.buffer, io.BytesIO) else b""
    assert written.decode() == "name\r\nदीया[31m\r\n"
