"""What Textual might write, made up at random."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.color import Color
from rich.style import Style

COLUMNS, ROWS = 24, 6

_COLOURS = st.sampled_from(
    [None, *map(Color.parse, ("default", "red", "bright_blue", "color(208)", "#14181e", "#e3e6ea"))]
)
_SWITCH = st.sampled_from([None, None, None, True, False])
_LINKS = st.sampled_from(
    [None, None, None, "https://riverside.example/1", "https://riverside.example/?a=1;b"]
)

STYLES = st.builds(
    lambda foreground, background, bold, dim, underline, reverse, strike, link: Style(
        color=foreground,
        bgcolor=background,
        bold=bold,
        dim=dim,
        underline=underline,
        reverse=reverse,
        strike=strike,
        link=link,
    ),
    _COLOURS, _COLOURS, _SWITCH, _SWITCH, _SWITCH, _SWITCH, _SWITCH, _LINKS,
)  # fmt: skip

TEXTS = st.text(
    st.sampled_from("   ab84%/─│┃é·…") | st.sampled_from("日本🏫"), max_size=COLUMNS
) | st.integers(0, COLUMNS).map(lambda many: " " * many)
HINDI = st.lists(
    st.sampled_from(["दीया", "कक्षा", "कमल", "क", "शर्मा", "5-A", " ", "  ", "│", "84%", "क्ष"]), max_size=8
).map("".join)


def _line(row: int, column: int, parts: Sequence[tuple[Style, str]]) -> str:
    room = COLUMNS - column
    drawn = [f"\x1b[{row + 1};{column + 1}H"]
    for style, text in parts:
        fits = set_cell_size(text, room) if cell_len(text) > room else text
        room -= cell_len(fits)
        drawn.append(style.render(fits))
    return "".join(drawn)


def lines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One stretch of a row: where it is, and segments as Rich renders them, no more than the row holds."""
    segments = st.lists(st.tuples(STYLES, texts), max_size=4)
    return st.builds(_line, st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), segments)


def frames(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One update: some stretches, and where the cursor is put in the end."""
    return st.builds(
        lambda parts, row, column: "\n".join(parts) + f"\x1b[{row + 1};{column + 1}H",
        st.lists(lines(texts), max_size=5),
        st.integers(0, ROWS - 1),
        st.integers(0, COLUMNS - 1),
    )


def sessions(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Some updates, one after the other."""
    return st.lists(frames(texts), min_size=1, max_size=6)
