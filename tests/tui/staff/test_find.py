"""Finding anyone: over all sections, by what a caller can tell, from parents to their children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.screen_text import settle
from tests.tui.staff.room import PRINCIPAL, StaffRoom, gone, shown, staff_room, typed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


async def at_find(pilot: Pilot[None], app: StaffRoom) -> None:
    """Open the screen, and wait until everybody was read."""
    await pilot.press("f")
    await shown(pilot, app, "Find anyone")
    await settle(pilot)
    await shown(pilot, app, "839 students and 1,234 parents can be found.")


FOUND = {
    "aarav sha": "Aarav Sharma",
    "rps-0801": "Aarav Sharma",
    "50000 10002": "Rajiv Sharma",
    "+91-5000010002": "Rajiv Sharma",
    "meera.sharma@": "Meera Sharma",
    "दीया": "दीया शर्मा",
}
"""What a caller tells, and who it is."""


async def test_anyone_is_found_by_whatever_is_known_of_them(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_find(pilot, app)
        for text, who in FOUND.items():
            await typed(pilot, text)
            await shown(pilot, app, text, f"› {who}")
            await pilot.press("escape")
            await gone(pilot, app, f"› {who}")


async def test_a_parent_leads_to_the_children_and_enter_to_their_page(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_find(pilot, app)
        await typed(pilot, "meera")
        await shown(pilot, app, "› Meera Sharma", "└ Aarav Sharma", "└ Kabir [KD] Sharma [/]", "└ दीया शर्मा")
        assert app.line("Meera Sharma").split()[3:] == ["Mother", "+91", "50000", "10001"]
        await pilot.press("down", "down", "enter")
        await shown(pilot, app, "c-kabir", "1-C")
        await pilot.press("escape")
        await shown(pilot, app, "› └ Kabir [KD]")


async def test_names_are_found_while_parents_are_still_read(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("parents")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("f")
        await gate.reached()
        await typed(pilot, "aarav sha")
        await shown(pilot, app, "› Aarav Sharma", "Reading parents", "0 of 839")
        await typed(pilot, "xx")
        assert "Nobody so far." in app.text
        await pilot.press("escape")
        await gone(pilot, app, "Reading parents")
        await shown(pilot, app, "Nobody fits.", "839 students and 0 parents can be found.")
        sandbox.weather.clear()
        await pilot.press("escape", "f6")
        await settle(pilot)
        await shown(pilot, app, "1,234 parents")


async def test_nobody_is_only_said_of_what_was_read(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("parents", status=500)
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("f")
        await settle(pilot)
        await typed(pilot, "rajiv")
        await shown(pilot, app, "Nobody fits. 839 students and 0 parents can be found.")


async def test_esc_clears_and_then_goes_back(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_find(pilot, app)
        await typed(pilot, "zz")
        await pilot.press("escape")
        await shown(pilot, app, "can be found.")
        await pilot.press("escape")
        await shown(pilot, app, "Students of 1-A")
