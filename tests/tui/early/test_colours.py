"""Every style looks, before the toolkit is there, as the toolkit draws it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from rich.console import Console
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

import optilearn_tui.tui
from optilearn_tui.settings import Settings
from optilearn_tui.tui import paint, themes
from optilearn_tui.tui.early.colours import Ground, Palette, _among_16
from optilearn_tui.tui.first_frame.look import among_256, bits_of
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.shell import Shell
from optilearn_tui.tui.styled import Span, Styled
from optilearn_tui.tui.thrifty.canvas import letters_of
from optilearn_tui.tui.thrifty.row import Row
from optilearn_tui.tui.title_bar import TitleBar
from tests.tui.early.drawing import drawn, seen
from tests.tui.people import MEERA
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region

    from tests.tui.conftest import ProgramOf

FULL: Final = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
TERMINALS: Final = {
    "full": (FULL, False),
    "256": ({"TERM": "xterm-256color"}, False),
    "16": ({"TERM": "xterm"}, False),
    "own": (FULL, True),
    "none": ({**FULL, "NO_COLOR": "1"}, False),
    "own-none": ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
}
"""What the environment says of a terminal, and whether its own colours are to do."""

COLOURS = (
    paint.GOOD, paint.WARNING, paint.BAD, paint.QUIET, paint.ACCENT, "$primary", "$foreground",
    "$foreground 30%", "$foreground-muted 50%", "$text-error 40%",
)  # fmt: skip
ATTRIBUTES = ("bold", "underline", "reverse", "italic", "strike", "bold underline")
STYLES = (
    "",
    *COLOURS,
    *ATTRIBUTES,
    *(f"{attribute} {colour}" for attribute, colour in product(ATTRIBUTES, COLOURS)),
)
OVER = [("bold", colour) for colour in COLOURS] + [
    (paint.GOOD, "bold underline"), (paint.QUIET, "bold"), (paint.QUIET, paint.ACCENT),
    ("reverse $text-primary", "underline"), (paint.BAD, "$foreground 30%"), ("$foreground 30%", "reverse"),
    (f"bold {paint.BAD}", "bold underline"),
]  # fmt: skip
"""Styles over others."""


def lines() -> list[Styled]:
    """Every style alone, between plain text, with a blank in it; and some over others, beside and across."""
    alone = [Styled.assemble("ab ", ("cd e", style), " f") for style in STYLES]
    over = [
        Styled("abc def ghi", (Span(1, 9, first), Span(3, 6, second), Span(6, 11, second)))
        for first, second in OVER
    ]
    return alone + over


class Sheet(Shell):
    """The same lines on both grounds."""

    CSS = "Static { height: auto; text-wrap: nowrap; width: 40; } #panel { background: $panel; }"
    BINDINGS = []

    def __init__(self, theme: str, *, light: bool) -> None:
        super().__init__(theme=theme, remember=lambda **_: None, environ={}, light="on" if light else "off")

    @override
    def compose(self) -> ComposeResult:
        for ground in Ground:
            yield Static(Styled("\n").join(lines()).visualize(), id=ground.value)


@pytest.fixture(params=TERMINALS)
def terminal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, str], bool]:
    """A terminal, which this process is on."""
    environ, light = TERMINALS[request.param]
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    for name in ("TERM", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return environ, light


def palette_of(theme: str, terminal: tuple[dict[str, str], bool]) -> Palette:
    """The palette of a theme that is known."""
    environ, light = terminal
    palette = Palette.of(theme, environ, light=light)
    assert palette is not None
    return palette


def expected(line: Styled, width: int, palette: Palette, ground: Ground) -> Row:
    """A line as cells."""
    row = Row(width, palette.look("", ground))
    column = 0
    for text, look in palette.painted(line, ground):
        joining, cells = letters_of(text)
        row.add(column, joining)
        row.put(column, cells, look)
        column += len(cells)
    return row


@pytest.mark.parametrize("theme", themes.THEMES)
async def test_every_style_looks_as_the_toolkit_draws_it(
    theme: str, terminal: tuple[dict[str, str], bool]
) -> None:
    palette = palette_of(theme, terminal)
    said = lines()
    async with drawn(Sheet(theme, light=terminal[1]), (60, 2 * len(said))) as (_, canvas):
        for number, (ground, line) in enumerate(product(Ground, said)):
            row = expected(line, 40, palette, ground)
            assert seen(canvas.rows[number], slice(40)) == seen(row, slice(40)), (ground, line)


def shown(screen: Widget) -> Iterator[tuple[Widget, Region, Sequence[Styled]]]:
    """Widgets that say something, where they do on the screen, and the lines they say."""
    for widget in screen.walk_children(Widget):
        said = widget.content if isinstance(widget, Static) else None if widget.children else widget.render()
        if isinstance(said, Styled) and widget.display and said:
            place = widget.screen.find_widget(widget)
            region = place.region.shrink(widget.styles.gutter).intersection(place.clip)
            if region.area and region.y == place.region.y:
                yield widget, region, tuple(_lines(said))


def _lines(said: Styled) -> Iterator[Styled]:
    start = 0
    for line in said.plain.split("\n"):
        yield said[start : start + len(line)]
        start += len(line) + 1


@pytest.mark.parametrize("terminal", ["full", "own", "none"], indirect=True)
async def test_the_whole_dashboard_is_in_these_colours(
    program: ProgramOf, terminal: tuple[dict[str, str], bool]
) -> None:
    settings = Settings(institution="riverside", light="on" if terminal[1] else "off")
    styles: set[str] = set()
    async with drawn(program(email=MEERA, settings=settings).app, (120, 40)) as (pilot, canvas):
        for theme in themes.THEMES:
            pilot.app.theme = theme
            await settle(pilot)
            palette = palette_of(theme, terminal)
            for widget, region, said in shown(pilot.app.screen):
                ground = Ground.PANEL if isinstance(widget, TitleBar | KeyHints) else Ground.BACKGROUND
                columns, cells = slice(region.x, region.right), slice(region.width)
                for y, line in zip(range(region.y, region.bottom), said, strict=False):
                    row = expected(line, region.width, palette, ground)
                    assert seen(canvas.rows[y], columns) == seen(row, cells), (theme, widget, line)
                    styles |= {span.style for span in line.spans}

    assert {
        "bold",
        "bold $text-primary",
        "$primary",
        "$foreground 30%",
        paint.QUIET,
        paint.GOOD,
        paint.BAD,
    } <= styles


def test_a_theme_that_is_not_ours_has_no_palette() -> None:
    assert Palette.of("nord", FULL, light=False) is None
    assert Palette.of("nord", FULL, light=True) is None
    assert Palette.of(None, FULL, light=False) is not None


@pytest.mark.parametrize("name", ["TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS"])
def test_where_the_toolkit_is_told_to_draw_in_other_colours_there_is_no_palette(name: str) -> None:
    assert Palette.of("dark", {**FULL, name: "dim"}, light=False) is None


def test_every_colour_that_the_dashboard_names_is_known() -> None:
    folder = Path(optilearn_tui.tui.__file__).parent
    files = [
        *(folder / "facts").glob("*.py"),
        *(folder / f"{name}.py" for name in ("paint", "calendar", "standing")),
    ]
    texts = (
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    named = {word for text in texts for word in text.split() if word.startswith("$")}

    assert named
    assert named <= {word for style in STYLES for word in style.split()}


colours = st.tuples(*[st.integers(0, 255)] * 3)


@given(colours)
def test_with_fewer_colours_the_nearest_is_the_one_that_the_toolkit_takes(
    colour: tuple[int, int, int],
) -> None:
    wanted = Color.from_rgb(*colour)

    assert among_256(*colour) == wanted.downgrade(ColorSystem.EIGHT_BIT).number
    assert _among_16(*colour) == wanted.downgrade(ColorSystem.STANDARD).number


@pytest.mark.parametrize(
    "environ",
    [
        *({"TERM": term} for term in (
            "xterm", "xterm-256color", "xterm-kitty", "screen-256color-bce", "linux", "tmux-256color",
            "XTERM-256COLOR", "", "xterm-16color", "unknown",
        )),
        {},
        {"TERM": "xterm", "COLORTERM": " TrueColor "},
        {"TERM": "xterm", "COLORTERM": "24bit"},
        {"TERM": "xterm-256color", "COLORTERM": "yes"},
    ],
)  # fmt: skip
def test_a_terminal_has_as_many_colours_as_the_toolkit_finds(environ: dict[str, str]) -> None:
    found = Console(force_terminal=True, legacy_windows=False, _environ=environ)._color_system
    bits = {ColorSystem.STANDARD: 4, ColorSystem.EIGHT_BIT: 8, ColorSystem.TRUECOLOR: 24, None: 24}

    assert bits_of(environ) == bits[found]


def test_colours_are_known_without_the_toolkit() -> None:
    told = (
        "import sys, optilearn_tui.tui.early.colours;"
        "print(sorted(name for name in ('textual', 'rich', 'httpx') if name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
