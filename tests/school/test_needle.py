"""What is typed meets what a school wrote, whichever way either is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.school.needle import Needle, identifies, numbers_in

NUMBER = "9810000001"


@pytest.mark.parametrize(
    "written",
    [
        "9810000001",
        "+91 98100 00001",
        "+91-98100-00001",
        "+91 (0) 98100 00001",
        "919810000001",
        "0091 9810000001",
        "098100 00001",
        "०९८१०० ००००१",
        "(98100) 00.001",
        " 98100\u00a000001 ",
    ],
)
def test_one_number_however_it_is_written(written: str) -> None:
    assert numbers_in(written) == (NUMBER,)
    assert Needle.of(written).phone[0] == NUMBER


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("98100 00001 / 98100 00002", ("9810000001", "9810000002")),
        ("98100 00001, +91 98100 00001", ("9810000001",)),
        ("011-2345 6789 or 98100 00001", ("1123456789", "9810000001")),
        ("+1 415 555 0100", ("14155550100",)),
        ("9109876543", ("9109876543",)),
        ("none", ()),
        ("", ()),
    ],
)
def test_a_field_may_hold_several_numbers_or_none(written: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(written) == numbers


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("9810", ("9810",)),
        ("+91 9810", ("9810",)),
        ("+91 981", ()),
        ("0 9810", ("9810", "09810")),
        ("0002", ("0002",)),
        ("00 02", ("0002",)),
        ("981", ()),
        ("12", ()),
        ("8-B", ()),
        ("rps-0801", ()),
        ("a@b.example", ()),
    ],
)
def test_a_part_of_a_number_is_looked_for_from_four_digits_on(typed: str, phone: tuple[str, ...]) -> None:
    assert Needle.of(typed).phone == phone


@pytest.mark.parametrize(
    ("number", "somebodys"),
    [("9810000001", True), ("1123456", True), ("0", False), ("981000", False), ("9999999999", False)],
)
def test_a_number_too_short_or_made_up_is_nobodys(number: str, somebodys: bool) -> None:
    assert identifies(number) is somebodys


@given(st.integers(6_000_000_000, 9_999_999_999), st.sampled_from(["", "0", "+91", "91", "0091", "+91 0"]))
def test_prefixes_never_matter(number: int, prefix: str) -> None:
    written = f"{prefix}{number}"

    assert numbers_in(written) == (str(number),)
    assert Needle.of(written).phone[0] == str(number)
