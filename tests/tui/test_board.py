"""The board of all children: one row each, the same columns, each row in a state of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from optilearn_tui.i18n import Language, use
from optilearn_tui.school.children import switcher_order
from optilearn_tui.tui import speech
from optilearn_tui.tui.board import BoardScreen
from optilearn_tui.tui.board_table import BoardTable
from tests.tui.dashboard import JOHN, MEERA, Dashboard, dashboard
from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.feed import Feed
    from tests.conftest import ClientOf

WIDE = (120, 24)


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("b")
    await settle(pilot)


def without_the_first(family: Feed[Family]) -> Feed[Family]:
    """The family after the child that stands first in the switcher has left."""
    return family.map(lambda children: switcher_order(children)[1:])


def names(app: Dashboard) -> list[str]:
    """The first words of the rows, as they stand."""
    lines = app.text.splitlines()
    head = next(number for number, line in enumerate(lines) if "Next due" in line)
    rows = [line.split()[0] for line in lines[head + 1 : head + 4]]
    return [{"दीया": "Diya"}.get(row, row) for row in rows]


async def test_one_row_a_child_with_the_same_columns(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        assert "All children" in app.text
        assert names(app) == ["Diya", "Aarav", "Kabir"]
        aarav = next(line for line in app.text.splitlines() if "Aarav" in line)
        assert aarav.split("  ")[0].strip() == "Aarav Sharma"
        for part in ("8-B", "! 1 day late", "35%", "5 of 8", "₹12,500 ! Overdue", "6 days", "1 of 7"):
            assert part in aarav
        kabir = next(line for line in app.text.splitlines() if "Kabir" in line)
        assert "Kabir [KD] Sharma [/]" in kabir
        assert "Not known" in kabir


async def test_enter_goes_to_the_child_under_the_cursor(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.screen is app.parent_screen
        assert app.parent_screen.subject == "c-aarav"


async def test_b_and_escape_lead_back_to_the_child_shown_before(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        before = app.text
        for key in ("b", "escape"):
            await opened(pilot)
            await pilot.press("down", key)
            await settle(pilot)
            assert app.text == before


async def test_a_click_moves_the_cursor_and_a_second_one_goes_there(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        row = next(number for number, line in enumerate(app.text.splitlines()) if "Kabir" in line)
        await pilot.click(offset=(5, row))
        assert app.screen.query_one(BoardTable).cursor == 2
        await pilot.click(offset=(5, row))
        await settle(pilot)
        assert app.parent_screen.subject == "c-kabir"


async def test_keys_sort_by_each_column_and_turn_it_round_and_unknowns_come_last(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        orders = {}
        for _ in range(6):
            await pilot.press("s")
            head = next(line for line in app.text.splitlines() if "Next due" in line)
            column = next(word for word in head.split("  ") if "▴" in word).strip(" ▴")
            orders[column] = names(app)
        assert orders["Child"] == ["Aarav", "Kabir", "Diya"]
        assert orders["Class"] == ["Kabir", "Diya", "Aarav"]
        assert orders["Next due"] == ["Aarav", "Diya", "Kabir"]
        assert orders["Lowest"] == ["Aarav", "Diya", "Kabir"]
        assert orders["Fees"] == ["Diya", "Aarav", "Kabir"]
        await pilot.press("S")
        assert names(app) == ["Aarav", "Diya", "Kabir"]
        await pilot.press("s")
        assert names(app) == ["Diya", "Aarav", "Kabir"]


async def test_a_click_on_a_heading_sorts_by_it(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        lines = app.text.splitlines()
        row = next(number for number, line in enumerate(lines) if "Lowest" in line)
        place = (lines[row].index("Lowest") + 1, row)
        await pilot.click(offset=place)
        assert names(app) == ["Aarav", "Diya", "Kabir"]
        await pilot.click(offset=place)
        assert names(app) == ["Diya", "Aarav", "Kabir"]


async def test_one_childs_trouble_stays_in_its_row(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("overview", status=500, contact_id="c-aarav")
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        lines = app.text.splitlines()
        aarav = next(number for number, line in enumerate(lines) if "Aarav" in line)
        assert "₹12,500" in lines[aarav]
        assert "%" not in lines[aarav]
        assert lines[aarav + 1].strip() == "! Learning: trouble at the school"
        assert "75%" in next(line for line in lines if "दीया" in line)


async def test_a_slow_child_is_on_its_way_while_the_others_are_there(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        gate = sandbox.weather.hold("fees", contact_id="c-aarav")
        await pilot.press("b")
        await until(pilot, lambda: "₹8,000" in app.text and "35%" in app.text)
        await gate.reached()
        assert "₹12,500" not in app.text
        assert "Fees of the family  …" in app.text
        gate.release()
        await settle(pilot)
        assert "₹12,500" in app.text


async def test_the_family_total_is_a_figure_only_when_all_is_known(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        assert "not known, because the fees of 1 child are not known" in app.text
        sandbox.data["riverside"].fees["c-kabir"] = {"status": "PAID", "outstanding": 0, "dueDate": None}
        await pilot.press("r")
        await settle(pilot)
        assert "Fees of the family  ₹20,500 owed  ₹12,500 of it overdue" in app.text


async def test_a_failed_refresh_keeps_the_rows_and_says_when_they_were_read(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        sandbox.weather.html("*")
        await pilot.press("r")
        await settle(pilot)
        assert "35%" in app.text
        assert app.text.count("! Learning: unreadable answer · 12:00") == 3


async def test_a_child_that_is_linked_meanwhile_gets_a_row(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    links = sandbox.data["riverside"].children["c-meera"]
    kabir = links.pop()
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        links.append(kabir)
        await pilot.press("r")
        await settle(pilot)
        assert names(app) == ["Diya", "Aarav", "Kabir"]
        links[:] = [row for row in links if row["contactId"] != "c-aarav"]
        await pilot.press("r")
        await settle(pilot)
        assert "Aarav" not in app.text


async def test_an_only_child_has_no_board(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(JOHN), noon) as (app, pilot):
        await opened(pilot)
        assert app.screen is app.parent_screen


async def test_the_board_follows_the_language(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        use(Language.HI)
        try:
            speech.retranslate(app.screen_stack)
            await pilot.pause()
            for word in ("All children", "Next due", "Overdue", "Fees", "Not known"):
                assert word not in app.text
        finally:
            use(Language.EN)


async def test_children_that_arrive_while_the_board_is_drawn_up_are_on_it(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.action_board()
        board = app.screen
        assert isinstance(board, BoardScreen)
        board.take_up(without_the_first(app.parent_screen.family))
        board.retranslate()
        await settle(pilot)

        assert "Aarav" in app.text
        assert "दीया" not in app.text


async def test_what_arrives_for_a_board_that_was_left_is_for_nobody(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await opened(pilot)
        board = app.screen
        assert isinstance(board, BoardScreen)
        await pilot.press("escape")
        await settle(pilot)

        board.retranslate()
        board.take_up(app.parent_screen.family)

        assert app.screen is app.parent_screen


async def test_what_arrives_for_a_dashboard_that_was_left_is_for_nobody(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        left = app.parent_screen
        await app.switch_screen(Screen())
        await settle(pilot)

        left.tick()
        left.retranslate()


async def test_the_cursor_stays_with_its_child_when_answers_change_the_order(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        await pilot.press("down", *"ssssss")
        await settle(pilot)
        table = app.screen.query_one(BoardTable)
        before = names(app)
        for contact_id, fee in (("c-aarav", 1), ("c-diya", 90_000)):
            row = sandbox.data["riverside"].fees[contact_id]
            assert row is not None
            row["outstanding"] = row["total"] = fee
        place = before.index("Aarav")
        assert table.cursor == place
        await pilot.press("r")
        await settle(pilot)
        assert names(app).index("Aarav") == table.cursor
        await pilot.press("S", "enter")
        await settle(pilot)
        assert app.parent_screen.subject == "c-aarav"


async def test_turning_round_is_offered_once_there_is_an_order(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon, size=WIDE) as (app, pilot):
        await opened(pilot)
        table = app.screen.query_one(BoardTable)
        await pilot.press("S")
        assert not table.falling
        assert "Turn round" not in app.text.splitlines()[-1]
        await pilot.press("s")
        await settle(pilot)
        assert "Turn round" in app.text.splitlines()[-1]
        await pilot.press("S")
        assert table.falling
