"""Who is missing: students by days missed in a row, of a section, a class or the school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.screen_text import settle
from tests.tui.staff.room import PRINCIPAL, StaffRoom, at_section, gone, shown, staff_room

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


async def at_absences(pilot: Pilot[None], app: StaffRoom) -> None:
    """Open the attention roster of 8-B."""
    await at_section(pilot, app)
    await pilot.press("a")
    await shown(pilot, app, "Who is missing: 8-B")
    await settle(pilot)


async def test_who_missed_most_days_in_a_row_comes_first(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_absences(pilot, app)
        first = app.text.splitlines()[4].split()
        assert first == ["›", "Maryam", "Shaikh", "8-B", "!", "18", "Thu", "19", "Mar", "0%"]
        assert "Late counts as attended. Excused days do not count" in app.text
        assert "36  12:00" in app.text


async def test_the_scope_widens_to_the_class_and_the_school(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_absences(pilot, app)
        await pilot.press("2")
        await shown(pilot, app, "Who is missing: Class 8", " 103  ")
        await settle(pilot)
        await pilot.click(offset=(24, 1))
        await shown(pilot, app, "Who is missing: Whole school", " 839  ")
        await settle(pilot)
        assert app.text.splitlines()[4].split()[:3] == ["›", "Abhinav", "Hegde"]


async def test_a_feed_that_cannot_be_read_is_unknown_and_never_none_missed(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("attendance", status=500, contact_id="c-aarav")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_absences(pilot, app)
        assert app.line("Aarav Sharma").split() == ["Aarav", "Sharma", "8-B", "?", "?", "?"]
        assert "! 12:00  trouble at the school" in app.text


async def test_reading_tells_how_far_it_is_and_is_stopped_and_taken_up_again(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("attendance")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("a")
        await gate.reached()
        await shown(pilot, app, "Reading attendance", "0 of 36", "Esc stops")
        assert app.line("Aarav Sharma").split()[-3:] == ["·", "·", "·"]
        await pilot.press("escape")
        await gone(pilot, app, "Reading attendance")
        sandbox.weather.clear()
        await pilot.press("r")
        await shown(pilot, app, "! 18")


async def test_asking_again_keeps_what_is_known_until_the_answer(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_absences(pilot, app)
        sandbox.weather.answer("attendance", status=500)
        await pilot.press("r")
        await shown(pilot, app, "! 12:00  trouble at the school", "! 18")


async def test_enter_opens_the_students_page(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_absences(pilot, app)
        await pilot.press("enter")
        await shown(pilot, app, "Maryam Shaikh", "At school", "Hidden. p shows them.")


async def test_more_columns_where_there_is_room(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(160, 40)) as (app, pilot):
        await at_absences(pilot, app)
        head = app.line("Missed in a row")
        assert all(title in head for title in ("Missing since", "Last marked", "Since 14 Feb", "Days missed"))
        assert "Fri 20 Mar" in app.line("Maryam Shaikh")
