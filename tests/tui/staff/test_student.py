"""A student's page: whom to call, days at school, fees behind their key, what the student sees and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.dashboard import EAGER
from tests.tui.screen_text import settle
from tests.tui.staff.room import PRINCIPAL, TEACHER, StaffRoom, at_section, gone, shown, staff_room, typed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


async def at_aarav(pilot: Pilot[None], app: StaffRoom) -> None:
    """Open the page of a student of 8-B."""
    await at_section(pilot, app)
    await pilot.press("enter", "down", "down", "down", "enter")
    await shown(pilot, app, "Parents", "At school")
    await settle(pilot)


async def test_the_page_says_whose_it_is_and_whom_to_call_first(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        lines = app.text.splitlines()
        assert lines[1].split() == ["Aarav", "Sharma", "8-B"]
        assert lines[2].strip() == "Roll 4 · RPS-0801 · c-aarav"
        first, second = app.text.index("Rajiv Sharma"), app.text.index("Meera Sharma")
        assert first < app.text.index("✓ first contact") < second
        assert "+91 50000 10002" in app.text
        assert "no e-mail" in app.text
        assert "Father" in app.text


async def test_days_at_school_are_those_of_the_month_and_the_arrows_go_back(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        assert "April 2026  90%  9 attended  1 missed" in app.text
        await pilot.press("shift+tab", "shift+tab", "left")
        await shown(pilot, app, "March 2026")
        await pilot.press("right", "right")
        await shown(pilot, app, "April 2026")


async def test_fees_are_hidden_and_not_even_asked_for_until_p(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        assert "Hidden. p shows them." in app.text
        assert "₹" not in app.text
        assert not [visit for visit in sandbox.visits if visit.part == "fees"]
        await pilot.press("p")
        await shown(pilot, app, "₹12,500", "! Overdue")
        await pilot.press("p")
        assert "₹" not in app.text
        await pilot.press("p", "escape", "enter")
        await shown(pilot, app, "Hidden. p shows them.")
        assert "₹" not in app.text


async def test_who_may_not_read_fees_is_told_so(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(TEACHER), noon) as (app, pilot):
        await at_aarav(pilot, app)
        await pilot.press("p")
        await shown(pilot, app, "This is not open to your account.")
        assert "₹" not in app.text
        assert "+91 50000 10002" in app.text


async def test_no_fee_record_is_neither_paid_nor_a_failure(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("fees", status=404)
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        await pilot.press("p")
        await shown(pilot, app, "the school has no fee", "Not known:")
        assert "Paid" not in app.text


async def test_a_student_without_parents_has_none_and_that_is_not_unknown(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", *["down"] * 5, "enter")
        await shown(pilot, app, "c-8-B-06", "lists no parent of this")
        sandbox.weather.answer("parents", status=500)
        await pilot.press("escape", "down", "enter")
        await shown(pilot, app, "has a problem of")
        assert "lists no parent" not in app.text


async def test_what_a_student_sees_comes_first_with_the_reason(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(80, 60)) as (app, pilot):
        await at_aarav(pilot, app)
        assert "sees 24 of 100" in app.text
        assert app.line("Library Skills").split()[-3:] == ["✓", "for", "everyone"]
        assert app.line("Mathematics – Class 8").endswith("✓ by class, for Class 8")
        assert app.line("Python Basics").endswith("✓ by section, for 8-A, 8-B")


async def test_what_a_student_does_not_see_has_its_reason_too(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(90, 30)) as (app, pilot):
        await at_aarav(pilot, app)
        wanted = {
            "Mathematics – Class 9": "only for Class 9",
            "German for Beginners": "by section, for 8-B, but still a draft",
            "Yoga and Breathing": "for everyone, but still in review",
            "Learning from Home": "for everyone, but archived",
            "Unit test 3": "by class, for Class 8, but not published",
            "Value Education": "the school does not say for whom it is",
        }
        for title, reason in wanted.items():
            await pilot.press("slash")
            app.screen.query_one(Input).value = ""
            await typed(pilot, title)
            await pilot.pause()
            assert reason in app.line(f"› {title}") + app.line(f"› └ {title}"), title


async def test_the_students_own_record_decides_and_a_roster_that_differs_is_told(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    students = sandbox.data["riverside"].students
    students["c-aarav"] = {**students["c-aarav"], "currentEnrolment": None}
    async with staff_room(client_of(PRINCIPAL), noon, size=(90, 40)) as (app, pilot):
        await at_aarav(pilot, app)
        assert "in no class now" in app.text.splitlines()[2]
        assert "! the roster says 8-B" in app.text
        assert app.line("Library Skills").endswith("✓ for everyone")
        await pilot.press("slash")
        await typed(pilot, "mathematics – class 8")
        assert app.line("› Mathematics – Class 8").endswith("✗ in no class now; only for Class 8")


async def test_a_record_that_cannot_be_read_leaves_the_roster_to_decide(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("student", status=500, contact_id="c-aarav")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        await shown(pilot, app, "sees 24 of 100, by the roster", "! trouble at the school")


async def test_a_failure_of_one_part_leaves_the_others_and_passes(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("attendance", status=500)
    async with staff_room(client_of(PRINCIPAL), noon, rhythm=EAGER) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "enter")
        await shown(pilot, app, "has a problem of", "first contact", "sees 24 of 100")
        sandbox.weather.clear()
        await shown(pilot, app, "April 2026")
        await gone(pilot, app, "has a problem of")


async def test_one_students_late_answers_never_show_under_another(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(200, 50)) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "down", "down", "down")
        gate = sandbox.weather.hold("parents", contact_id="c-aarav")
        await gate.reached()
        await pilot.press("down")
        await shown(pilot, app, "c-8-B-05", "✓ first contact")
        await settle(pilot)
        aditya = app.text
        gate.release()
        await settle(pilot)
        assert app.text == aditya
        assert "Rajiv" not in app.text


async def test_beside_the_roster_the_card_follows_the_cursor_where_there_is_room(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(200, 50)) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "down", "down", "down")
        await shown(pilot, app, "c-aarav", "Rajiv Sharma", "sees 24 of 100", "Hidden. p shows them.")
        await pilot.press("p")
        await shown(pilot, app, "₹12,500")
        await pilot.press("down")
        await gone(pilot, app, "₹12,500")
        await shown(pilot, app, "c-8-B-05", "Hidden. p shows them.")
        await pilot.resize_terminal(80, 24)
        await gone(pilot, app, "Parents")


async def test_a_panel_is_enlarged_and_put_back(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        await pilot.press("shift+tab", "shift+tab", "enter")
        await shown(pilot, app, "Late counts as attended")
        assert "Parents" not in app.text
        await pilot.press("escape")
        await shown(pilot, app, "Parents")
        await pilot.press("escape")
        await shown(pilot, app, "Students of 8-B")


async def test_enter_on_an_item_goes_to_who_else_sees_it(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_aarav(pilot, app)
        await pilot.press("down", "enter")
        await shown(pilot, app, "Audience", "Mathematics – Class 8", "36 of 36 see it")
