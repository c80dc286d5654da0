"""What Rich and Textual count, and where they cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import rich
import textual
from hypothesis import given
from hypothesis import strategies as st
from rich import cells
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.strip import Strip

from optilearn_tui.tui.terminal_widths import cutting as _cutting  # noqa: F401 - what is tested here
from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.letters import MARK, clusters
from optilearn_tui.tui.terminal_widths.measuring import measure_as, measure_as_rich_does
from tests.tui.terminal_widths.words import ELSEWHERE, WORDS

OTHER = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("कख｡é日👩\u200d\ufe0f❤")).filter(
    lambda text: MARK.search(text) is None
)
NAME = "दीया शर्मा 5-A"
MARKED = st.lists(st.sampled_from([*WORDS, *ELSEWHERE, " ", "日本", "│ 5-A"])).map("".join)


def test_rich_and_textual_agree_with_the_terminal_wherever_they_measure() -> None:
    measure_as(USUAL)

    assert cells.cell_len(NAME) == cells.cached_cell_len(NAME) == 13
    assert Text(NAME).cell_len == Content(NAME).cell_length == Segment(NAME).cell_length == 13
    assert Strip([Segment("दीया "), Segment("शर्मा 5-A")]).cell_length == 13
    assert cells.get_character_cell_size("ी") == 1
    assert cells.get_character_cell_size("्") == 0


def test_what_was_measured_for_another_terminal_is_measured_anew() -> None:
    counted = []
    for drawing in (USUAL, Drawing(mark=0), Drawing(mark=0, letter=1), Drawing(letter=2)):
        measure_as(drawing)
        counted.append((cells.cell_len("क्षा"), cells.get_character_cell_size("ा")))

    assert counted == [(3, 1), (2, 0), (1, 0), (2, 1)]


def test_rich_counts_as_it_always_did_when_told_to() -> None:
    measure_as_rich_does()
    before = cells.cell_len(NAME), cells.split_text(NAME, 3), Segment(NAME).split_cells(3)
    measure_as(USUAL)
    assert cells.cell_len(NAME) != before[0]
    measure_as_rich_does()

    assert (cells.cell_len(NAME), cells.split_text(NAME, 3), Segment(NAME).split_cells(3)) == before


@given(OTHER, st.integers(0, 30))
def test_every_other_text_is_measured_and_cut_as_before(text: str, width: int) -> None:
    def everything() -> list[object]:
        return [
            cells.cell_len(text),
            cells.split_graphemes(text),
            [cells.get_character_cell_size(character) for character in text],
            cells.set_cell_size(text, width),
            cells.split_text(text, width) if cells.cell_len(text) > width else None,
            cells.chop_cells(text, width + 2),
        ]

    measure_as_rich_does()
    before = everything()
    measure_as(USUAL)

    assert everything() == before


def _split_text(text: str, cut: int) -> tuple[str, str]:
    return cells.split_text(text, cut)


def _split_segment(text: str, cut: int) -> tuple[str, str]:
    left, right = Segment(text, Style(bold=True)).split_cells(cut)
    return left.text, right.text


@pytest.mark.parametrize("split", [_split_text, _split_segment])
@pytest.mark.parametrize("drawing", [USUAL, Drawing(mark=0), Drawing(mark=0, letter=1), Drawing(letter=2)])
def test_a_cut_never_goes_through_a_letter_and_changes_no_width(
    split: Callable[[str, int], tuple[str, str]], drawing: Drawing
) -> None:
    measure_as(drawing)

    @given(MARKED, st.integers(0, 60))
    def check(text: str, anywhere: int) -> None:
        cut = min(anywhere, max(cells.cell_len(text) - 1, 0))
        left, right = split(text, cut)
        assert cells.cell_len(left) == cut
        assert cells.cell_len(left) + cells.cell_len(right) == cells.cell_len(text)
        letters = list(clusters(text))
        assert left == "" or text.startswith(left.rstrip(" "))
        assert all(letter in letters for letter in clusters(left + right) if letter.strip())

    check()


def test_long_words_are_folded_between_letters() -> None:
    measure_as(USUAL)

    assert cells.chop_cells("स्प्रिंगडेल", 4) == ["स्प्रिं", "गडेल"]
    folded = Text("राष्ट्रीयता").wrap(_console(), 4, overflow="fold")
    assert [line.plain for line in folded] == ["रा", "ष्ट्री", "यता"]
    assert Content("दीया शर्मा").truncate(4, ellipsis=True).plain == "दी …"


def test_nothing_in_rich_or_textual_measures_past_what_is_exchanged() -> None:
    taken = {
        name.strip()
        for package in (rich, textual)
        for file in Path(package.__path__[0]).rglob("*.py")
        for names in re.findall(r"cells import (\([^)]*\)|.*)", file.read_text(encoding="utf-8"))
        for name in re.split(r",| as cell_len", names.strip("()"))
        if name.strip()
    }

    assert taken == {
        "CellTable",  # a type
        "_is_single_cell_widths",  # false for every Indian script
        "cached_cell_len",
        "cell_len",
        "cell_width_to_column_index",
        "chop_cells",
        "get_character_cell_size",
        "set_cell_size",
    }


def _console() -> Console:
    return Console(width=20)
