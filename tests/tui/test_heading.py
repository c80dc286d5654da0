"""The line on top of a panel."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.styled import Styled
from tests.tui.screen_text import screen_text

STALE = (Styled("! 12 min"), Styled("no connection"))


class Headed(App[None]):
    """One heading."""

    def __init__(
        self, title: str, states: tuple[Styled, ...], *, hidden: int = 0, focused: bool = False
    ) -> None:
        super().__init__()
        self.heading = Heading()
        self.heading.title = title
        self.heading.states = states
        self.heading.hidden = hidden
        self.heading.focused_panel = focused
        self.pressed = 0

    def compose(self) -> ComposeResult:
        yield self.heading

    def on_heading_pressed(self, _: Heading.Pressed) -> None:
        self.pressed += 1


async def shown(app: Headed, width: int) -> str:
    async with app.run_test(size=(width, 1)) as pilot:
        await pilot.pause()
        return screen_text(app)


async def test_title_rule_and_state_fill_the_line() -> None:
    assert await shown(Headed("Fees [x]", (Styled("2 min"),)), 24) == "Fees [x] ───────── 2 min"


async def test_the_panel_with_the_focus_has_a_heavy_rule() -> None:
    assert await shown(Headed("Fees", (Styled("2 min"),), focused=True), 16) == "Fees ━━━━━ 2 min"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (44, "Certificates ↓3 ──── ! 12 min  no connection"),
        (30, "Certificates ↓3 ───── ! 12 min"),
        (25, "Certificates ─── ! 12 min"),
        (18, "Certificates ↓3 ──"),
        (13, "Certificates"),
        (8, "Certifi…"),
    ],
)
async def test_what_matters_least_is_left_out_first(width: int, line: str) -> None:
    assert await shown(Headed("Certificates", STALE, hidden=3), width) == line


async def test_a_click_presses_it() -> None:
    app = Headed("Fees", ())
    async with app.run_test(size=(20, 1)) as pilot:
        await pilot.click(Heading)
        assert app.pressed == 1
