"""The first frame is the opening screen, painted without the toolkit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Event
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.first_frame.look import LOOKS, Paint
from optilearn_tui.tui.first_frame.picture import picture
from optilearn_tui.tui.themes import THEMES
from tests.tui.terminal_widths.emulator import GLIBC, Emulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App

    from optilearn_tui.accounts import Accounts

FULL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@contextmanager
def never() -> Iterator[Callable[[], Accounts]]:
    """A way to sign in that is not found before the test ends."""
    over = Event()

    def accounts() -> Accounts:
        over.wait()
        raise NotImplementedError

    yield accounts
    over.set()


@asynccontextmanager
async def opening(theme: str, size: tuple[int, int]) -> AsyncIterator[App[None]]:
    """The app at rest on its opening screen."""
    with never() as accounts:
        app = OptiLearnApp(
            accounts,
            Settings(theme=theme),
            deployment=Deployment(base_domain="localhost", protocol="http"),
            remember=lambda **_: None,
        )
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app


def painted(size: tuple[int, int], theme: str = "dark") -> list[str]:
    """The rows of the first frame as a terminal shows them, without the last."""
    terminal = Emulator(GLIBC, *size)
    terminal.feed(picture(*size, Paint(theme, FULL)))
    return [terminal.line(row).rstrip() for row in range(size[1] - 1)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (201, 51), (60, 18)])
async def test_the_first_frame_stands_where_the_opening_screen_will(
    size: tuple[int, int], language: Language
) -> None:
    use(language)
    async with opening("dark", size) as app:
        rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()[:-1]]

    assert painted(size) == rows


@pytest.mark.parametrize("theme", list(THEMES))
async def test_the_first_frame_has_the_colours_of_the_theme(theme: str) -> None:
    look = LOOKS[theme]
    async with opening(theme, (80, 24)) as app:
        shown = {
            (segment.text.strip(), segment.style.color, segment.style.bgcolor)
            for strip in app.screen._compositor.render_strips()[:-1]
            for segment in strip
            if segment.style and segment.style.color and segment.style.bgcolor and segment.text.strip()
        }

    assert {(words, ink.name, ground.name) for words, ink, ground in shown} == {
        ("OptiLearn", f"#{look.brand}", f"#{look.bar}"),
        ("OptiLearn", f"#{look.brand}", f"#{look.background}"),
        ("How each of your children is doing at school", f"#{look.text}", f"#{look.background}"),
        ("Opening…", f"#{look.muted}", f"#{look.background}"),
    }


@pytest.mark.parametrize("colour", [value for look in LOOKS.values() for value in vars(look).values()])
def test_a_terminal_of_256_colours_gets_the_ones_the_toolkit_takes(colour: str) -> None:
    paint = Paint("dark", {"TERM": "xterm-256color"})
    wanted = Color.parse(f"#{colour}").downgrade(ColorSystem.EIGHT_BIT).number

    assert paint._colour(colour) == f"5;{wanted}"


@pytest.mark.parametrize(
    ("theme", "environ", "light"),
    [
        ("dark", {"TERM": "linux"}, False),
        ("dark", {**FULL, "NO_COLOR": "1"}, False),
        ("dark", FULL, True),
        ("nord", FULL, False),
    ],
)
def test_where_colours_are_not_known_or_not_wanted_the_terminals_own_are_left(
    theme: str, environ: dict[str, str], *, light: bool
) -> None:
    frame = picture(80, 24, Paint(theme, environ, light=light))

    assert set(re.findall(r"\x1b\[([\d;]*)m", frame)) == {"0", "0;1"}


def test_on_a_terminal_too_small_for_the_program_nothing_is_said_yet() -> None:
    assert not any(painted((59, 17)))


def test_the_cursor_is_left_on_an_empty_row() -> None:
    terminal = Emulator(GLIBC, 80, 24)
    terminal.feed(picture(80, 24, Paint("dark", FULL)))

    assert terminal.line(terminal.row).strip() == ""
    assert (terminal.row, terminal.column) == (1, 0)


def test_the_first_frame_is_small() -> None:
    assert len(picture(80, 24, Paint("dark", FULL)).encode()) < 600
