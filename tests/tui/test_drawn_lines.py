"""Lines that are drawn without Textual's text machinery look as they would with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.containers import ScrollableContainer, Vertical
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui import themes
from optilearn_tui.tui.drawn_lines import DrawnLines
from optilearn_tui.tui.panel_body import PanelBody
from optilearn_tui.tui.styled import Span, Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style as RichStyle
    from textual.app import ComposeResult
    from textual.widget import Widget

LINES = [
    Styled("Parts and wholes"),
    Styled(),
    Styled.assemble(("✓ Passed", "$text-success"), "  ", ("41", "bold"), " of 50"),
    Styled("1 Aarav  ▸ दीया शर्मा", (Span(0, 2, "$text-primary"), Span(9, 21, "bold $text-primary"))),
    Styled.of("faded and struck", "$foreground 30%") + Styled.of(" reverse", "reverse $text-warning"),
    Styled("one on another", (Span(0, 14, "$foreground-muted"), Span(4, 6, "bold"), Span(3, 9, "underline"))),
    Styled("[not markup] \\[/]"),
]
"""As wide as 32 cells at most."""


class Said(DrawnLines):
    """Says what it is told to say."""

    def __init__(self, said: Sequence[Styled]) -> None:
        super().__init__()
        self.said = said

    @override
    def lines(self, width: int) -> Sequence[Styled]:
        return self.said


class Pair(App[None]):
    """The same lines twice: drawn by Textual, and by themselves."""

    CSS = """
    Static, Said { width: 34; height: 7; padding: 0 1; text-wrap: nowrap; }
    """

    @override
    def compose(self) -> ComposeResult:
        yield Static(Styled("\n").join(LINES))
        yield Said(LINES)


Cell = tuple[str, "RichStyle | None"]


def cells(widget: Widget) -> list[list[Cell]]:
    """Letter and look of each cell of a widget."""
    strips = widget.render_lines(Region(0, 0, *widget.outer_size))
    return [[(each, _without_meta(style)) for text, style, _ in strip for each in text] for strip in strips]


def _without_meta(style: RichStyle | None) -> RichStyle | None:
    return None if style is None else style.clear_meta_and_links()


@pytest.mark.parametrize("sixteen", [False, True])
@pytest.mark.parametrize("theme", list(themes.THEMES))
async def test_every_cell_looks_as_textual_would_draw_it(theme: str, *, sixteen: bool) -> None:
    app = Pair()
    for own in themes.of_terminal(sixteen=sixteen):
        app.register_theme(own)
    async with app.run_test(size=(40, 20)) as pilot:
        app.theme = theme
        await pilot.pause()
        assert cells(app.query_one(Said)) == cells(app.query_one(Static))


async def test_without_colours_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Pair()
    async with app.run_test(size=(40, 20)):
        assert cells(app.query_one(Said)) == cells(app.query_one(Static))


async def test_another_theme_is_seen_at_once() -> None:
    app = Pair()
    async with app.run_test(size=(40, 20)) as pilot:
        dark = cells(app.query_one(Said))
        app.theme = "textual-light"
        await pilot.pause()
        assert cells(app.query_one(Said)) != dark
        assert cells(app.query_one(Said)) == cells(app.query_one(Static))


async def test_what_is_selected_is_marked_and_can_be_copied() -> None:
    app = Pair()
    async with app.run_test(size=(40, 20)) as pilot:
        selection = Selection(Offset(0, 0), Offset(5, 0))
        said, static = app.query_one(Said), app.query_one(Static)
        app.screen.selections = {said: selection, static: selection}
        await pilot.pause()
        assert cells(said) == cells(static)
        assert said.get_selection(selection) == ("Parts", "\n")


class Body(App[None]):
    """A body in a box of four lines, and how often places were given out."""

    CSS = "ScrollableContainer { height: 4; width: 20; scrollbar-size: 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.layouts = 0

    @override
    def compose(self) -> ComposeResult:
        with Vertical(), ScrollableContainer():
            yield PanelBody()

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, self._count)

    def _count(self, _: object) -> None:
        self.layouts += 1


def numbered(count: int, word: str = "line") -> list[Styled]:
    return [Styled(f"{word} {number}") for number in range(count)]


async def test_lines_that_fit_change_nobodys_place() -> None:
    app = Body()
    async with app.run_test() as pilot:
        await pilot.pause()
        body, before = app.query_one(PanelBody), app.layouts
        for count in (1, 4, 0, 2):
            body.show(numbered(count), 4)
            await pilot.pause()
            assert "".join(letter for letter, _ in cells(body)[0]).strip() == ("line 0" if count else "")
        assert app.layouts == before


async def test_more_lines_than_there_is_room_for_can_be_scrolled() -> None:
    app = Body()
    async with app.run_test() as pilot:
        body, box = app.query_one(PanelBody), app.query_one(ScrollableContainer)
        body.show(numbered(9), 4)
        await pilot.pause()
        assert box.max_scroll_y == 5
        body.show(numbered(2), 4)
        await pilot.pause()
        assert box.max_scroll_y == 0


async def test_only_lines_that_differ_are_painted() -> None:
    app = Body()
    async with app.run_test() as pilot:
        body = app.query_one(PanelBody)
        body.show(numbered(4), 4)
        await pilot.pause()
        body.show([*numbered(2), Styled("another"), *numbered(4)[3:]], 4)
        assert {region.y for region in body._repaint_regions} == {2}
