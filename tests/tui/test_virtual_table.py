"""The large table as a person uses it: moving about, narrowing, sorting, choosing, and what it tells."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Input

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import Column
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual.pilot import Pilot


@dataclass(frozen=True)
class Pupil:
    contact_id: str
    name: str
    roll: int | Unknown = LEFT_OUT


TITLES = {"name": "Name", "roll": "Roll"}


def title(name: str) -> Callable[[], str]:
    return lambda: TITLES[name]


def roll_of(pupil: Pupil) -> str | Styled:
    return Styled.of("unknown", "$text-muted") if isinstance(pupil.roll, Unknown) else str(pupil.roll)


COLUMNS = (
    Column[Pupil]("name", title("name"), lambda pupil: pupil.name, least=12, share=1, most=30),
    Column[Pupil]("roll", title("roll"), roll_of, least=8, right=True, sort=lambda pupil: pupil.roll),
)


class Roster(App[None]):
    """A filter line above the table, and what the table told."""

    def __init__(self, columns: Sequence[Column[Pupil]] = COLUMNS) -> None:
        super().__init__()
        self.table = VirtualTable[Pupil](
            columns,
            key=lambda pupil: pupil.contact_id,
            search=lambda pupil: f"{pupil.name} {pupil.roll}",
            empty=lambda: "Nobody here yet",
            no_match=lambda: "Nobody is called so",
        )
        self.highlighted: list[str | None] = []
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()
        yield self.table

    def on_mount(self) -> None:
        self.table.focus()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self.table.filter_text = event.value

    @on(VirtualTable.RowHighlighted)
    def note_highlighted(self, event: VirtualTable.RowHighlighted[Pupil]) -> None:
        self.highlighted.append(event.row.name if event.row else None)

    @on(VirtualTable.RowSelected)
    def note_selected(self, event: VirtualTable.RowSelected[Pupil]) -> None:
        assert event.control is self.table
        self.selected.append(event.row.name)


AARAV, DIYA, KABIR, ZOYA = (
    Pupil("c-a", "Aarav Sharma", 10),
    Pupil("c-d", "दीया शर्मा", 9),
    Pupil("c-k", "Kabir [KD] [/]", LEFT_OUT),
    Pupil("c-z", "Zoya", 9),
)
FOUR = (AARAV, DIYA, KABIR, ZOYA)


def many(count: int) -> tuple[Pupil, ...]:
    return tuple(Pupil(f"c-{number}", f"Pupil {number:05d}", number) for number in range(count))


@asynccontextmanager
async def roster(
    pupils: Sequence[Pupil] = FOUR,
    *,
    columns: Sequence[Column[Pupil]] = COLUMNS,
    size: tuple[int, int] = (60, 15),
) -> AsyncIterator[tuple[Roster, VirtualTable[Pupil], Pilot[None]]]:
    app = Roster(columns)
    async with app.run_test(size=size) as pilot:
        app.table.show(pupils)
        await pilot.pause()
        yield app, app.table, pilot


def screen(table: VirtualTable[Pupil]) -> list[str]:
    """The lines of the table as they are on the screen, without white space at their ends."""
    lines = [table.render_line(y).text.rstrip() for y in range(table.scrollable_content_region.height)]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def names(table: VirtualTable[Pupil]) -> list[str]:
    return [pupil.name for pupil in table.shown_rows]


async def test_rows_stand_below_a_heading_with_the_cursor_on_the_first() -> None:
    async with roster() as (app, table, _):
        head, first, *others = screen(table)

        assert head.split() == ["Name", "Roll"]
        assert first.split() == ["›", "Aarav", "Sharma", "10"]
        assert [line.split()[0] for line in others] == ["दीया", "Kabir", "Zoya"]
        assert app.highlighted == ["Aarav Sharma"]


async def test_a_name_that_looks_like_markup_is_shown_as_it_is() -> None:
    async with roster() as (_, table, _pilot):
        assert "Kabir [KD] [/]" in screen(table)[3]


async def test_rows_given_before_the_table_is_on_the_screen_are_shown_and_told() -> None:
    app = Roster()
    app.table.show(FOUR)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.pause()

        assert screen(app.table)[1].split() == ["›", "Aarav", "Sharma", "10"]
        assert app.highlighted == ["Aarav Sharma"]


async def test_a_cell_keeps_the_colours_of_its_content() -> None:
    async with roster() as (_, table, _pilot):
        segments = [segment for segment in table.render_line(3) if segment.text.strip()]

        name, roll = (segment.style for segment in segments)
        assert (segments[0].text.strip(), segments[1].text.strip()) == ("Kabir [KD] [/]", "unknown")
        assert name is not None
        assert roll is not None
        assert name.color != roll.color


async def test_keys_move_the_cursor_and_the_view_follows() -> None:
    async with roster(many(100)) as (app, table, pilot):
        page = table.scrollable_content_region.height - 1
        await pilot.press("down", "down", "up")
        assert table.cursor == 1
        await pilot.press("pagedown")
        assert table.cursor == 1 + page
        assert screen(table)[1 + 1].startswith("› Pupil")
        await pilot.press("pageup", "pageup", "pageup")
        assert table.cursor == 0
        await pilot.press("end")
        assert table.cursor == 99
        assert screen(table)[-1].startswith("› Pupil 00099")
        assert screen(table)[0].split() == ["Name", "Roll"]
        await pilot.press("home")
        assert screen(table)[1].startswith("› Pupil 00000")
        assert app.highlighted[-1] == "Pupil 00000"


async def test_enter_chooses_the_row_of_the_cursor() -> None:
    async with roster() as (app, _, pilot):
        await pilot.press("down", "enter")

        assert app.selected == ["दीया शर्मा"]


async def test_a_click_takes_the_cursor_and_a_second_one_chooses() -> None:
    async with roster() as (app, table, pilot):
        await pilot.click(VirtualTable, offset=(5, 3))
        assert (table.cursor, app.selected) == (2, [])
        await pilot.click(VirtualTable, offset=(5, 3))
        assert app.selected == ["Kabir [KD] [/]"]
        await pilot.click(VirtualTable, offset=(5, 9))
        assert (table.cursor, len(app.selected)) == (2, 1)


async def test_a_click_on_a_scrolled_table_finds_the_row_that_is_seen() -> None:
    async with roster(many(100)) as (_, table, pilot):
        await pilot.press("end")
        seen = screen(table)[3].split()[1]
        await pilot.click(VirtualTable, offset=(5, 3))

        assert table.highlighted is not None
        assert table.highlighted.name == f"Pupil {seen}"


async def test_the_wheel_moves_the_view_and_leaves_the_cursor_and_the_heading() -> None:
    async with roster(many(100)) as (_, table, pilot):
        table.scroll_down(animate=False)
        await pilot.pause()

        assert table.cursor == 0
        assert screen(table)[0].split() == ["Name", "Roll"]
        assert screen(table)[1].split()[:2] == ["Pupil", "00001"]


async def test_typing_narrows_the_rows_key_by_key() -> None:
    async with roster() as (app, table, pilot):
        app.query_one(Input).focus()
        await pilot.press("a")
        assert names(table) == ["Aarav Sharma", "Kabir [KD] [/]", "Zoya"]
        await pilot.press("r", "space", "1")
        assert names(table) == ["Aarav Sharma"]
        await pilot.press("x")
        assert names(table) == []
        assert screen(table)[1:] == ["  Nobody is called so"]
        assert app.highlighted == ["Aarav Sharma", None]
        await pilot.press("ctrl+u")
        assert len(names(table)) == 4
        assert app.highlighted[-1] == "Aarav Sharma"


async def test_a_table_without_rows_says_so() -> None:
    async with roster(()) as (app, table, pilot):
        assert screen(table)[1:] == ["  Nobody here yet"]
        await pilot.press("down", "end", "enter", "s", "S")
        await pilot.click(VirtualTable, offset=(5, 1))
        assert app.selected == []
        assert table.highlighted is None


async def test_the_cursor_stays_on_its_row_while_that_is_shown() -> None:
    async with roster(many(1_000)) as (_, table, pilot):
        table.cursor = 765
        table.filter_text = "7"
        assert table.highlighted is not None
        assert table.highlighted.name == "Pupil 00765"
        table.sorted_by, table.falling = "roll", True
        assert table.highlighted.name == "Pupil 00765"
        table.filter_text = ""
        await pilot.pause()
        assert table.highlighted.name == "Pupil 00765"
        assert any(line.startswith("› Pupil 00765") for line in screen(table))


async def test_the_cursor_goes_to_the_first_row_where_its_own_is_not_shown_any_more() -> None:
    async with roster() as (app, table, pilot):
        await pilot.press("end")
        table.filter_text = "sharma"
        await pilot.pause()

        assert table.cursor == 0
        assert app.highlighted[-1] == "Aarav Sharma"


async def test_the_same_rows_read_again_keep_cursor_filter_and_order() -> None:
    async with roster() as (app, table, pilot):
        table.filter_text, table.sorted_by = "a", "name"
        table.cursor = 1
        await pilot.pause()
        told = list(app.highlighted)

        table.show([Pupil("c-new", "Aadhya", 1), *reversed(FOUR)])
        await pilot.pause()

        assert names(table) == ["Aadhya", "Aarav Sharma", "Kabir [KD] [/]", "Zoya"]
        assert table.highlighted == KABIR
        assert app.highlighted == told


async def test_rows_are_sorted_by_any_column_with_unknown_last_either_way() -> None:
    async with roster() as (_, table, pilot):
        await pilot.press("s")
        assert names(table) == ["Aarav Sharma", "Kabir [KD] [/]", "Zoya", "दीया शर्मा"]
        await pilot.press("s")
        assert names(table) == ["दीया शर्मा", "Zoya", "Aarav Sharma", "Kabir [KD] [/]"]
        assert screen(table)[0].split() == ["Name", "Roll▴"]
        await pilot.press("S")
        assert names(table) == ["Aarav Sharma", "दीया शर्मा", "Zoya", "Kabir [KD] [/]"]
        assert screen(table)[0].split() == ["Name", "Roll▾"]
        await pilot.press("s")
        assert names(table) == [pupil.name for pupil in FOUR]


async def test_a_click_on_a_title_sorts_and_another_one_turns_it_round() -> None:
    async with roster() as (_, table, pilot):
        await pilot.click(VirtualTable, offset=(3, 0))
        assert (table.sorted_by, table.falling) == ("name", False)
        await pilot.click(VirtualTable, offset=(3, 0))
        assert (table.sorted_by, table.falling) == ("name", True)
        await pilot.click(VirtualTable, offset=(38, 0))
        assert (table.sorted_by, table.falling) == ("roll", False)
        await pilot.click(VirtualTable, offset=(55, 0))
        assert table.sorted_by == "roll"


async def test_columns_can_be_chosen_and_put_in_another_order() -> None:
    async with roster() as (_, table, pilot):
        table.sorted_by = "name"
        table.chosen = ("roll", "name")
        assert screen(table)[0].split() == ["Roll", "Name▴"]
        table.chosen = ("roll", "no such column")
        await pilot.pause()
        assert screen(table)[0].split() == ["Roll"]
        assert [column.name for column in table.shown_columns] == ["roll"]
        assert table.sorted_by is None
        table.chosen = ()
        assert [column.name for column in table.shown_columns] == ["name", "roll"]


def numbered(number: int) -> Column[Pupil]:
    return Column(f"c{number}", lambda: f"Title{number}", lambda pupil: f"{number}{pupil.name}", least=20)


async def test_columns_that_do_not_fit_are_scrolled_to_with_their_titles() -> None:
    wide = [numbered(number) for number in range(4)]
    async with roster(many(40), columns=wide) as (_, table, pilot):
        assert screen(table)[0].split() == ["Title0", "Title1", "Title2"]
        for _ in range(9):
            await pilot.press("right")
        assert screen(table)[0].split() == ["Title2", "Title3"][-len(screen(table)[0].split()) :]
        assert "3Pupil 00000" in screen(table)[1]
        await pilot.press("end")
        assert "3Pupil 00039" in screen(table)[-1]
        for _ in range(9):
            await pilot.press("left")
        assert screen(table)[0].split()[0] == "Title0"


async def test_another_size_shares_the_width_again_and_keeps_the_cursor_in_sight() -> None:
    async with roster(many(100), size=(60, 40)) as (_, table, pilot):
        table.cursor = 30
        await pilot.resize_terminal(30, 12)

        assert any(line.startswith("› Pupil") for line in screen(table))
        assert all(len(line) <= 30 for line in screen(table))


async def test_titles_and_words_follow_the_language() -> None:
    async with roster() as (_, table, pilot):
        table.cursor = 2
        TITLES["name"] = "विद्यार्थी का पूरा नाम"
        try:
            table.retranslate()
            await pilot.pause()
            assert screen(table)[0].startswith("  विद्यार्थी का पूरा नाम")
            assert table.cursor == 2
        finally:
            TITLES["name"] = "Name"


async def test_only_the_lines_that_are_seen_are_drawn() -> None:
    drawn: set[str] = set()

    def name_of(pupil: Pupil) -> str:
        drawn.add(pupil.contact_id)
        return pupil.name

    columns = [Column[Pupil]("name", title("name"), name_of, sort=lambda pupil: pupil.name)]
    async with roster(many(50_000), columns=columns) as (app, table, pilot):
        app.query_one(Input).focus()
        await pilot.press("4", "9", "backspace")
        table.sorted_by, table.falling = "name", True
        await pilot.press("tab", "pagedown", "end")

        assert table.cursor == len(table.shown_rows) - 1 > 10_000
        assert len(drawn) < 200


async def test_a_move_of_the_cursor_draws_two_lines() -> None:
    drawn: list[str] = []

    def name_of(pupil: Pupil) -> str:
        drawn.append(pupil.name)
        return pupil.name

    async with roster(columns=[Column[Pupil]("name", title("name"), name_of)]) as (_, _table, pilot):
        drawn.clear()
        await pilot.press("down")

        assert drawn == ["Aarav Sharma", "दीया शर्मा"]
