"""What is to happen after painting happens when everything stands on the screen, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui.after_painting import after_painting
from tests.tui.early.drawing import drawn
from tests.tui.screen_text import until

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.tui.thrifty.canvas import Canvas


class Told(Static):
    """Passes on what it is told once it has a size of its own."""

    def on_resize(self) -> None:
        """Say how wide it is."""
        self.query_ancestor(Vertical).query(Static).last().update(f"{self.size.width} wide")


class Plain(App[None]):
    """Two lines, of which the first is not shown at once."""

    CSS = "#first { display: none; }"

    @override
    def compose(self) -> ComposeResult:
        with Vertical():
            yield Told("There", id="first")
            yield Static("Nothing yet")


def lines(canvas: Canvas) -> list[str]:
    """What is drawn, from the top."""
    return ["".join(row.texts).rstrip() for row in canvas.rows[:2]]


async def test_what_is_said_in_the_same_breath_stands_by_then() -> None:
    app, seen = Plain(), list[list[str]]()
    async with drawn(app, (20, 4)) as (pilot, canvas):
        after_painting(app.screen, lambda: seen.append(lines(canvas)))
        app.query(Static).last().update("Everything")
        await until(pilot, lambda: bool(seen))

    assert seen == [["Everything", ""]]


async def test_what_is_only_said_where_there_is_room_stands_as_well() -> None:
    app, seen = Plain(), list[list[str]]()
    async with drawn(app, (20, 4)) as (pilot, canvas):
        after_painting(app.screen, lambda: seen.append(lines(canvas)))
        app.query(Static).first().display = True
        await until(pilot, lambda: bool(seen))

    assert seen == [["There", "20 wide"]]


async def test_where_nothing_is_to_be_painted_it_happens_as_well() -> None:
    app, done = Plain(), list[bool]()
    async with drawn(app, (20, 4)) as (pilot, _):
        after_painting(app.screen, lambda: done.append(True))
        await until(pilot, lambda: bool(done))


@pytest.mark.parametrize("which", [Told, Static])
async def test_of_a_widget_that_is_gone_nothing_is_waited_for(which: type[Static]) -> None:
    app, done = Plain(), list[bool]()
    async with drawn(app, (20, 4)) as (_, _canvas):
        gone = app.query(which).last()
        await gone.remove()
        after_painting(gone, lambda: done.append(True))

        assert done == [True]
