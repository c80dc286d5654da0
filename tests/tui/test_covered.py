"""What is covered is not drawn, and nothing of what is seen is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from tests.tui.screen_text import screen_text, settle

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip


class Counted(Static):
    """Counts the lines it is asked for."""

    asked = 0

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.height
        return super().render_lines(crop)


class Layered(LinesUp):
    """Eight lines below; above them four, and to the left."""

    CSS = """
    Screen { layers: below above; }
    #below { layer: below; width: 20; height: 8; }
    #above { layer: above; width: 20; height: 4; }
    """

    @override
    def compose(self) -> ComposeResult:
        yield Counted("\n".join(f"below {number}" for number in range(8)), id="below")
        yield Counted("\n".join(f"above {number}" for number in range(4)), id="above")


async def test_a_widget_is_asked_only_for_lines_of_which_something_is_seen() -> None:
    app = Layered()
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        below, above = app.query_one("#below", Counted), app.query_one("#above", Counted)
        below.asked = above.asked = 0
        above.update("another\nthing", layout=False)
        await pilot.pause()
        assert (below.asked, above.asked) == (0, 4)
        assert screen_text(app).split()[:2] == ["another", "thing"]
        assert "below 3" not in screen_text(app)
        assert "below 4" in screen_text(app)


async def test_what_is_seen_beside_another_is_drawn() -> None:
    app = Layered()
    async with app.run_test(size=(40, 10)) as pilot:
        above = app.query_one("#above", Counted)
        above.styles.width = 3
        await pilot.pause()
        assert screen_text(app).startswith("aboow 0")
