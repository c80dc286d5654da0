"""Text is cut only between the letters a reader sees, and never takes more cells than there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from optilearn_tui.tui.cropping import beginning, clusters, crop, shorten, wrap
from optilearn_tui.tui.styled import Styled

DEVANAGARI = st.text(alphabet=st.characters(min_codepoint=0x0900, max_codepoint=0x097F), max_size=30)
ANYTHING = st.one_of(DEVANAGARI, st.text(max_size=30))


def test_a_hindi_letter_is_one_cluster() -> None:
    assert list(clusters("कक्षा")) == ["क", "क्षा"]
    assert list(clusters("हिन्दी")) == ["हि", "न्दी"]
    assert list(clusters("श्रीं")) == ["श्रीं"]


def test_emoji_and_flags_stay_whole() -> None:
    assert list(clusters("a👩‍🔬🇮🇳🇮🇳👍🏽e\u0301")) == ["a", "👩‍🔬", "🇮🇳", "🇮🇳", "👍🏽", "e\u0301"]


def test_cutting_keeps_whole_letters_and_marks_the_cut() -> None:
    assert crop(Styled("विद्यालय का समय"), 5).plain == "वि…"
    assert crop(Styled("Mathematics"), 11).plain == "Mathematics"
    assert crop(Styled("Mathematics"), 5).plain == "Math…"
    assert crop(Styled("ab cd"), 4).plain == "ab…"
    assert crop(Styled("Mathematics"), 0).plain == ""


def test_colours_of_what_is_kept_stay() -> None:
    kept = crop(Styled.of("Mathematics", "bold"), 5)
    assert [(span.start, span.end) for span in kept.spans] == [(0, 4)]


@given(ANYTHING, st.integers(0, 20))
def test_nothing_kept_is_wider_than_there_is_room(text: str, cells: int) -> None:
    assert cell_len(beginning(text, cells)) <= cells


@given(ANYTHING, st.integers(0, 20))
def test_what_is_kept_ends_where_a_letter_ends(text: str, cells: int) -> None:
    kept = beginning(text, cells)
    ends = {0}
    for cluster in clusters(text):
        ends.add(max(ends) + len(cluster))
    assert text.startswith(kept)
    assert len(kept) in ends


@given(ANYTHING, st.integers(0, 20))
def test_a_shortened_text_fits_and_begins_like_the_whole(text: str, cells: int) -> None:
    short = shorten(text, cells)
    assert cell_len(short) <= cells
    assert text.startswith(short if short == text else short.removesuffix("…"))


@given(ANYTHING)
def test_the_letters_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_prose_breaks_at_spaces_and_keeps_its_own_lines() -> None:
    assert wrap("Neat work.\nCheck the signs.", 12) == ["Neat work.", "Check the", "signs."]
    assert wrap("अतिदीर्घसमासयुक्तशब्द", 6)[0] == "अतिदी"


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60),
    st.integers(2, 30),
)
def test_no_line_of_prose_is_wider_than_there_is_room(text: str, cells: int) -> None:
    assert all(cell_len(line) <= cells for line in wrap(text, cells))
