"""Letters as a reader sees them, and what they take."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.letters import MARK, SPACING_MARKS, cells_of, clusters, shown

INDIC = st.text(st.characters(min_codepoint=0x900, max_codepoint=0xDFF) | st.sampled_from("\u200c\u200d"))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("हिन्दी", ["हि", "न्दी"]),
        ("क्षमा", ["क्ष", "मा"]),
        ("राष्ट्रीय", ["रा", "ष्ट्री", "य"]),
        ("क्\u200dष", ["क्\u200dष"]),
        ("क्\u200cष", ["क्\u200c", "ष"]),
        ("पढ़ाई", ["प", "ढ़ा", "ई"]),
        ("é🇮🇳👩‍👧", ["é", "🇮🇳", "👩‍👧"]),
        ("ाक", ["ा", "क"]),
        ("", []),
    ],
)
def test_letters_are_those_a_reader_sees(text: str, letters: list[str]) -> None:
    assert list(clusters(text)) == letters


@given(st.text() | INDIC)
def test_letters_put_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("word", "usual", "none", "whole", "two"),
    [
        ("का", 2, 1, 1, 2),
        ("क्षा", 3, 2, 1, 2),
        ("दीया", 4, 2, 2, 4),
        ("शुक्ल", 3, 3, 2, 3),
        ("क्\u200dष", 2, 2, 1, 2),
        ("கொ", 2, 1, 1, 2),
    ],
)
def test_a_word_takes_the_cells_of_its_terminal(
    word: str, usual: int, none: int, whole: int, two: int
) -> None:
    assert cells_of(word, USUAL) == usual
    assert cells_of(word, Drawing(mark=0)) == none
    assert cells_of(word, Drawing(mark=0, letter=1)) == whole
    assert cells_of(word, Drawing(letter=2)) == two


@given(INDIC, st.sampled_from([0, 1]), st.none() | st.sampled_from([1, 2]))
def test_no_terminal_is_counted_wider_than_the_usual_one(word: str, mark: int, letter: int | None) -> None:
    assert cells_of(word, Drawing(mark, letter)) <= cells_of(word, USUAL)


@given(INDIC)
def test_what_is_shown_has_no_joiner_and_is_composed(word: str) -> None:
    assert "\u200d" not in shown(word)
    assert unicodedata.is_normalized("NFC", shown(word))


def test_the_signs_that_stand_beside_their_letter_are_known() -> None:
    assert set("ािीोौॉःं") & SPACING_MARKS == set("ािीोौॉः")
    assert MARK.search("कमल का") is not None
    assert MARK.search("कमल café 12 ✓") is None
