"""What a person types meets what a school wrote, and numbers inside text are sorted by their value."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.school.folding import folded, natural_order


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Aarav  SHARMA ", "aarav sharma"),
        ("José", unicodedata.normalize("NFD", "JOSÉ")),
        ("Straße", "STRASSE"),
        ("क्‍ष", "क्ष"),
        ("दीया\u00a0शर्मा", "दीया शर्मा"),
        ("İpek", "i̇pek"),
        ("फ़ातिमा", "फातिमा"),
        (unicodedata.normalize("NFD", "फ़ातिमा"), "फातिमा"),
        ("ज़ोया", "\u095bोया"),
        ("ऩ", "न"),
        ("कक्षा ८", "कक्षा 8"),
        ("RPS-٠٧", "rps-07"),
        ("हिन्दी", "हिंदी"),
        ("पञ्चम", "पंचम"),
        ("घण्टा", "घंटा"),
        ("चम्पा", "चंपा"),
        ("चाँद", "चांद"),
    ],
)
def test_ways_of_writing_the_same_are_the_same(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@given(st.text())
def test_folding_twice_is_folding_once_and_leaves_one_space_between_words(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert "  " not in folded(text)
    assert folded(text) == folded(text).strip()


@given(st.text(st.characters(codec="ascii")))
def test_plain_english_is_folded_alike_the_short_way(text: str) -> None:
    assert folded(text) == " ".join(text.casefold().split())


@pytest.mark.parametrize(
    ("one", "other"), [("अन्ना", "अंना"), ("कन्या", "कंया"), ("माला", "मालती"), ("Diya", "दीया")]
)
def test_what_is_said_differently_stays_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_names_stand_as_in_a_dictionary_latin_ones_first() -> None:
    names = ["कमल", "क़ासिम", "अंकित", "zoya", "क्षमा", "अनिल", "Aarav", "काजल", "फ़ातिमा", "आशा", "फूल", "हर्ष"]

    assert sorted(names, key=natural_order) == [
        *("Aarav", "zoya"),
        *("अंकित", "अनिल", "आशा", "कमल", "काजल", "क़ासिम", "क्षमा", "फ़ातिमा", "फूल", "हर्ष"),
    ]


def test_numbers_in_text_are_sorted_by_their_value() -> None:
    written = ["10-A", "9-B", "Roll 007", "9-A", "roll 8", "१०-क", "९-क", ""]

    assert sorted(written, key=natural_order) == [
        *("", "9-A", "9-B", "९-क", "10-A", "१०-क"),
        *("Roll 007", "roll 8"),
    ]


@given(st.lists(st.text(st.sampled_from("a7 -९"), max_size=60)))
def test_any_two_texts_can_be_put_in_order(texts: list[str]) -> None:
    keys = [natural_order(text) for text in sorted(texts, key=natural_order)]

    assert all(one <= other for one, other in pairwise(keys))


def test_a_number_of_a_million_digits_is_no_trouble() -> None:
    assert natural_order("9" * 1_000_000) > natural_order("8" * 1_000_000)
