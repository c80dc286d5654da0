"""Who sees what: by item, by student, in a matrix, and down to the one who does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui import speech
from tests.tui.screen_text import settle
from tests.tui.staff.room import PRINCIPAL, StaffRoom, at_section, gone, shown, staff_room, typed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


async def at_targeting(pilot: Pilot[None], app: StaffRoom) -> None:
    """Open the screen with 8-B in mind, everything read."""
    await at_section(pilot, app)
    await pilot.press("g")
    await settled_targeting(pilot, app)


async def settled_targeting(pilot: Pilot[None], app: StaffRoom) -> None:
    await shown(pilot, app, "Courses and announcements", " 100  12:00")
    await settle(pilot)


async def filtered(pilot: Pilot[None], app: StaffRoom, text: str) -> None:
    """Narrow the rows that are looked at to this text only."""
    await pilot.press("slash")
    field = app.focused
    assert isinstance(field, Input)
    field.value = text
    await pilot.pause()


async def test_from_the_start_to_why_one_of_8b_does_not_see_a_course_in_under_ten_keys(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    students = sandbox.data["riverside"].students
    students["c-8-B-09"] = {**students["c-8-B-09"], "currentEnrolment": None}
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        keys = ["8", "down", "g", "down", "enter"]
        await at_section(pilot, app, *keys[:2])
        await pilot.press(keys[2])
        await settled_targeting(pilot, app)
        await pilot.press(*keys[3:])
        await shown(pilot, app, "Mathematics – Class 8", "Students of 8-B ", "35 of 36 see it")
        await settle(pilot)
        assert len(keys) < 10
        first = app.line("Rudra Kulkarni")
        assert "›     9  Rudra Kulkarni" in first
        assert "✗ in no class now" in first
        assert "✗ Rudra Kulkarni: in no class now; only for Class 8" in app.text
        await pilot.press("enter")
        await shown(pilot, app, "in no class now", "! the roster says 8-B")


# By item.


async def test_items_tell_for_whom_they_are_and_how_many_that_makes(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        assert app.line("  Mathematics – Class 8").split()[-4:] == ["✓", "Class", "8", "103"]
        assert app.line("› └ Spelling bee").split()[-4:-1] == ["✓", "everyone", "839"]
        await filtered(pilot, app, "circle")
        assert app.line("› Mathematics Circle").split()[-1] == "141"
        assert "For: Class 8, 8-B, 7-A" in app.text


async def test_those_that_a_section_sees_come_first(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        rows = app.text.splitlines()[4:16]
        assert "8-B▴" in app.text
        assert all("✓" in row for row in rows), rows


async def test_items_that_reach_nobody_or_miss_a_target_are_flagged(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(140, 40)) as (app, pilot):
        await at_targeting(pilot, app)
        for title, note in {
            "Accountancy": "! nobody",
            "Sculpture Studio": "! nobody",
            "French Conversation": "! nobody",
            "Alumni Mentoring": "! nobody",
            "Debating Society": "! nobody",
        }.items():
            await filtered(pilot, app, title)
            assert note in app.line(f"› {title}"), title


async def test_what_is_not_known_is_never_everyone_or_nobody(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(140, 40)) as (app, pilot):
        await at_targeting(pilot, app)
        await filtered(pilot, app, "Value Education")
        line = app.line("› Value Education")
        assert line.split()[2:4] == ["?", "?"] or "?" in line
        assert "everyone" not in line
        assert "nobody" not in line
        await filtered(pilot, app, "School Garden")
        assert "Class 4, and perhaps others" in app.text
        assert "≥69" in app.line("› School Garden")


async def test_the_detail_names_the_audience_announcements_and_overlaps(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(160, 44)) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.press("down")
        await shown(
            pilot,
            app,
            "For: Class 8",
            "103 students · 90 enrolled",
            "4 announcements:",
            "Shares students with 36 items:",
        )
        await filtered(pilot, app, "Bring a compass")
        assert "Tomorrow." in app.text
        assert "And a sharp pencil." in app.text


async def test_an_item_is_looked_at_section_by_section(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        await filtered(pilot, app, "Doubt class")
        await pilot.press("enter")
        await shown(pilot, app, "Students of 8-B ", "0 of 36 see it")
        await settle(pilot)
        assert "✗ only for 8-A, 8-C" in app.line("Gargi Deshmukh")
        assert app.line("8-B       ✗").startswith(" ›")
        await pilot.press("shift+tab", "home")
        await shown(pilot, app, "Students of 8-A ", "34 of 34 see it")
        await pilot.press("enter", "slash")
        await typed(pilot, "christina")
        await pilot.press("escape", "escape")
        await shown(pilot, app, "Courses and announcements")


async def test_another_section_blanks_who_sees_it_and_late_answers_are_dropped(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        gate = sandbox.weather.hold("roster", contact_id="section-8-B")
        await pilot.press("down", "enter")
        await gate.reached()
        assert "Loading…" in app.text
        await pilot.press("shift+tab", "down")
        await shown(pilot, app, "Students of 8-C ", "33 of 33 see it")
        await settle(pilot)
        before = app.text
        gate.release()
        await settle(pilot)
        assert app.text == before


# By student.


async def test_what_one_student_sees(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(120, 30)) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.press("w")
        await shown(pilot, app, "▸ By student", "› Gargi Deshmukh", "sees 24 of 100 ")
        await filtered(pilot, app, "anna d")
        await shown(pilot, app, "› Anna D'Souza", "10-A", "✓ by class, for Class 10")
        await pilot.press("enter")
        await shown(pilot, app, "c-anna", "Hidden. p shows them.")


async def test_one_students_view_never_stands_beside_another(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    students = sandbox.data["riverside"].students
    students["c-8-B-01"] = {**students["c-8-B-01"], "currentEnrolment": None}
    client = client_of(PRINCIPAL)
    async with staff_room(client, noon, size=(120, 30)) as (app, pilot):
        await at_targeting(pilot, app)
        client.renew()  # the record was read a moment ago, beside the roster
        gate = sandbox.weather.hold("student", contact_id="c-8-B-01")
        await pilot.press("w")
        await gate.reached()
        await shown(pilot, app, "sees 24 of 100, by the roster")
        await pilot.press("down")
        await gone(pilot, app, "by the roster")
        await shown(pilot, app, "sees 24 of 100")
        gate.release()
        await settle(pilot)
        await shown(pilot, app, "sees 24 of 100")
        await pilot.press("up")
        await shown(pilot, app, "sees 9 of 100")


# The matrix.


async def test_the_matrix_shows_items_against_classes_and_sections(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.press("m")
        await shown(pilot, app, "Items and classes", "● all  ◐ part  · nobody")
        assert app.line("Item  ").split() == ["Item", *map(str, range(1, 11))]
        assert app.line("A walk to the pond").split()[-10:] == [*"····", "◐", *"·····"]
        await pilot.press("x")
        await shown(pilot, app, "Items and sections 1–7 / 27")
        assert app.line("Item  ").split() == ["Item", "1-A", "1-B", "1-C", "2-A", "2-B", "3-A", "3-B"]
        await pilot.press("right", "shift+right")
        await shown(pilot, app, "Items and sections 10–16 / 27")
        await pilot.press(*["shift+right"] * 9)
        await shown(pilot, app, "21–27 / 27")
        await pilot.press("slash")
        await typed(pilot, "compass")
        assert app.line("Bring a compass").split()[-7:] == [*"·······"]


async def test_the_matrix_is_exported_in_words(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.press("m")
        await filtered(pilot, app, "pond")
        await pilot.press("tab", "e", "enter")
        await shown(pilot, app, "Saved as")
        (sheet,) = app.sheets
        assert sheet.keys[:6] == ("item", "class-1", "class-2", "class-3", "class-4", "class-5")
        assert sheet.rows[0][:6] == ("└ A walk to the pond", "none", "none", "none", "none", "part")


async def test_views_are_changed_by_mouse(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.click(offset=(34, 1))
        await shown(pilot, app, "▸ Matrix")
        await pilot.click(offset=(3, 1))
        await shown(pilot, app, "▸ By item", "Audience")


# Reading, and trouble.


async def test_reading_tells_how_far_it_is_and_is_stopped(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("announcements")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("g")
        await gate.reached()
        await shown(pilot, app, "Reading announcements", "0 of 78", "Esc stops")
        await pilot.press("escape")
        await gone(pilot, app, "Reading announcements")
        await shown(pilot, app, " 78  12:00", "Mathematics – Class 8")
        await pilot.press("escape")
        await shown(pilot, app, "Students of 8-B")
        sandbox.weather.clear()


async def test_a_catalogue_that_cannot_be_had_says_why_and_r_tries_again(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("courses", status=403)
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("g")
        await shown(pilot, app, "This is not open to your account.", "r tries again.")
        assert "offers no course" not in app.text
        sandbox.weather.clear()
        await pilot.press("r")
        await settled_targeting(pilot, app)


async def test_a_school_without_courses_says_so(client_of: ClientOf, noon: Clock, sandbox: Sandbox) -> None:
    sandbox.weather.body("courses", '{"data": [], "meta": {"total": 0}}')
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("g")
        await shown(pilot, app, "The school offers no course.")


async def test_rosters_that_fail_make_head_counts_lower_bounds(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("roster", status=500, contact_id="section-8-C")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        assert app.line("  Mathematics – Class 8").split()[-1] == "≥70"


async def test_every_word_follows_the_language(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_targeting(pilot, app)
        await pilot.press("down")
        use(Language.HI)
        speech.retranslate(app.screen_stack)
        await settle(pilot)
        assert "कोर्स और सूचनाएँ" in app.text
        assert "everyone" not in app.text
        assert "› Mathematics – Class 8" in app.text
        assert "Students" not in app.text
