"""The home of staff: classes and sections with their counts, and the roster of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui import speech
from optilearn_tui.tui.messages import GoesOn
from optilearn_tui.tui.staff.class_tree import ClassTree
from optilearn_tui.tui.staff.roster import RosterPane
from tests.tui.dashboard import EAGER
from tests.tui.screen_text import settle, until
from tests.tui.staff.room import PRINCIPAL, at_section, gone, shown, staff_room, typed

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


# Classes and sections.


async def test_the_first_class_is_open_and_its_first_section_is_shown(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, _):
        assert "Riverside Public School" in app.text
        assert app.line("1-A   ").startswith(" ›     1-A             31")
        assert "Students of 1-A" in app.text
        assert "Ishita Agarwal" in app.text


async def test_every_class_and_section_says_how_many_sit_there(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, _):
        assert "▾ Class 1           91" in app.text
        assert "▸ Class 8          103" in app.text
        assert "Classes ━━━━━━━ 839  12:00" in app.text


async def test_a_count_that_is_not_known_is_no_number(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("roster", status=500, contact_id="section-1-B")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, _):
        assert app.line("1-B").rstrip().startswith("       1-B              ?")
        assert "▾ Class 1            ?" in app.text
        assert "▸ Class 8          103" in app.text
        assert "839" not in app.text


async def test_a_digit_goes_to_the_next_class_of_that_number(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        seen = []
        for key in ("8", "1", "1"):
            await pilot.press(key)
            node = app.home.query_one(ClassTree).highlighted
            seen.append(node.section_id if node else None)
        assert seen == ["section-8-A", "section-1-A", "section-10-A"]
        await shown(pilot, app, "Students of 10-A ")


async def test_the_arrows_open_and_close_classes(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("left")
        assert " › ▸ Class 1 " in app.text
        assert "1-A" not in app.text
        assert "Choose a section: → opens a class." in app.text
        await pilot.press("down", "right", "right")
        assert " ›     2-A" in app.text
        await shown(pilot, app, "Students of 2-A ")


async def test_a_click_opens_a_class_and_goes_to_a_section(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        place = app.text.splitlines().index(app.line("▸ Class 5"))
        await pilot.click(offset=(6, place))
        await pilot.click(offset=(6, place))
        await pilot.click(offset=(8, place + 2))
        await shown(pilot, app, "Students of 5-B ")


async def test_sections_are_found_by_typing_their_name_as_one_says_it(
    client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("slash")
        await typed(pilot, "8b")
        assert "›     8-B" in app.text
        assert "8-A" not in app.text
        await pilot.press("enter")
        await shown(pilot, app, "Students of 8-B ", "live")
        assert isinstance(app.focused, type(app.home.query_one(RosterPane).table))
        await pilot.press("slash", "escape", "shift+tab")
        await pilot.press("escape")
        assert "▸ Class 10" in app.text


async def test_a_school_without_classes_says_so(client_of: ClientOf, noon: Clock, sandbox: Sandbox) -> None:
    sandbox.weather.body("classes", '{"data": []}')
    async with staff_room(client_of(PRINCIPAL), noon, settled=False) as (app, pilot):
        await shown(pilot, app, "The school has no", "Students ─")


async def test_classes_that_cannot_be_had_say_why_and_r_tries_again(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("classes", status=500)
    async with staff_room(client_of(PRINCIPAL), noon, settled=False) as (app, pilot):
        await shown(pilot, app, "r tries again.", "problem of")
        assert "no classes" not in app.text
        sandbox.weather.clear()
        await pilot.press("r")
        await shown(pilot, app, "▾ Class 1", "live, read at")


async def test_a_school_that_wants_its_service_key_names_it(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("classes", status=403)
    async with staff_room(client_of(PRINCIPAL), noon, settled=False) as (app, pilot):
        await shown(pilot, app, "OPTICRM_API_KEY", "service")


# The roster.


async def test_a_roster_says_when_it_was_read(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        assert "Students of 8-B ─────── 36  live, read at 12:00:00" in app.text
        assert app.line("Aarav Sharma").endswith("4  Aarav Sharma              RPS-0801")


async def test_each_look_at_a_section_asks_anew(client_of: ClientOf, noon: Clock, sandbox: Sandbox) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        sandbox.data["riverside"].rosters["section-8-B"].append(
            {"studentContactId": "c-new", "name": "New [here] Pupil [/]", "rollNumber": 0}
        )
        await pilot.press("up")
        await shown(pilot, app, "Students of 8-A ", "live")
        assert "New [here]" not in app.text
        await pilot.press("down", "enter", "s")
        await shown(pilot, app, "New [here] Pupil [/]")
        assert "8-B             37" in app.text


async def test_asking_again_keeps_what_is_known_until_the_answer(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        gate = sandbox.weather.hold("roster")
        await pilot.press("r")
        await gate.reached()
        await shown(pilot, app, "updating", "RPS-0801", "8-B             36")
        gate.release()
        sandbox.weather.clear()
        await shown(pilot, app, "live, read at", "RPS-0801")
        await settle(pilot)
        sandbox.weather.answer("roster", status=500)
        await pilot.press("r")
        await shown(pilot, app, "! 12:00", "RPS-0801", "8-B             36")


async def test_another_section_blanks_the_roster_at_once_and_late_answers_are_dropped(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        gate = sandbox.weather.hold("roster", contact_id="section-8-B")
        await pilot.press("8", "down")
        assert "Students of 8-B" in app.text
        assert "Ishita" not in app.text
        assert "Loading…" in app.text
        await gate.reached()
        await pilot.press("down")
        await shown(pilot, app, "Students of 8-C ", "live")
        eight_c = app.text
        gate.release()
        await settle(pilot)
        assert app.text == eight_c


async def test_a_roster_that_fails_says_why_and_comes_by_itself(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, rhythm=EAGER) as (app, pilot):
        sandbox.weather.html("roster", contact_id="section-8-A")
        await pilot.press("8")
        await shown(pilot, app, "a web page")
        assert "Nobody sits" not in app.text
        sandbox.weather.clear()
        await shown(pilot, app, "Students of 8-A ", "live, read at")


async def test_an_empty_section_is_empty_and_not_unknown(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("9", "down", "down", "down")
        await shown(pilot, app, "Nobody sits in 9-D.")
        assert "9-D              0" in app.text


async def test_typing_narrows_by_name_roll_number_and_code(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "slash")
        for text, count in (("sharma", "1 of 36"), ("rps-0801", "1 of 36"), ("36 atharva", "1 of 36")):
            app.home.query_one(RosterPane).field.value = ""
            await typed(pilot, text)
            await pilot.pause()
            assert count in app.text, text
        await pilot.press("escape")
        assert " 36  live" in app.text


async def test_rows_are_sorted_by_any_column(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("s", "s")
        assert "Name▴" in app.text
        table = app.home.query_one(RosterPane).table
        assert [entry.name for entry in table.shown_rows][:2] == ["Aanya Meena", "Aarav Sharma"]
        await pilot.press("S")
        assert "Name▾" in app.text


async def test_columns_are_chosen_and_what_they_need_is_read(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon, size=(120, 30)) as (app, pilot):
        await at_section(pilot, app)
        assert "+91 50000 10002" not in app.text
        await pilot.press("enter", "k")
        assert "Which columns are shown?" in app.text
        assert "[x] Student code" in app.text
        await pilot.press("down", "down", "space", "down", "down", "space", "down", "down", "space", "enter")
        await shown(pilot, app, "First contact", "Phone")
        await settle(pilot)
        assert "Student code" not in app.text
        assert app.line("Aarav Sharma").split()[-3:] == ["+91", "50000", "10002"]


@pytest.mark.parametrize("open_with", ["k", "e"])
async def test_a_dialog_left_twice_leaves_the_staff_room_where_it_is(
    open_with: str, client_of: ClientOf, noon: Clock
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter")
        await pilot.press(open_with)
        await settle(pilot)
        assert app.screen is not app.home

        dialog = app.screen
        await dialog.run_action("leave")
        await dialog.run_action("leave")
        await settle(pilot)

        assert app.screen is app.home


async def test_columns_change_places(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await pilot.press("k", "down", "shift+up", "enter")
        assert app.line("Student code").split()[-5:] == ["Students", "Name", "Roll", "Student", "code"]
        await pilot.press("k", "space", "escape")
        assert app.line("Student code").split()[-5:] == ["Students", "Name", "Roll", "Student", "code"]


async def test_a_code_that_cannot_be_read_is_a_question_mark(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("student", status=500, contact_id="c-aarav")
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        assert app.line("Aarav Sharma").endswith("4  Aarav Sharma              ?")


# Out of the program.


async def test_exactly_what_is_shown_is_exported(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "s", "s", "S", "slash")
        await typed(pilot, "sha")
        await pilot.press("tab", "e")
        await shown(pilot, app, "Export what is shown", "3 rows: Roll, Name, Student code")
        await pilot.press("enter")
        await shown(pilot, app, "Saved as /tmp/somewhere.csv")

        (sheet,) = app.sheets
        assert (sheet.name, sheet.kind, sheet.keys) == ("8-B-students", "csv", ("roll", "name", "code"))
        assert sheet.header == ("Roll", "Name", "Student code")
        assert sheet.rows == (
            ("23", "Maryam Shaikh", "RPS-0898"),
            ("14", "Hamza Shaikh", "RPS-0871"),
            ("4", "Aarav Sharma", "RPS-0801"),
        )


async def test_a_file_that_cannot_be_written_is_told(
    client_of: ClientOf, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):

        def refuse(_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(app.home.room, "export", refuse)
        await pilot.press("e", "right", "enter")
        await shown(pilot, app, "could not be", "Permission")


async def test_a_row_and_all_rows_are_copied_as_they_are_shown(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "down", "c")
        assert app.clipboard == "2\tहर्ष मीणा\tRPS-0835"
        await pilot.press("C")
        assert app.clipboard.count("\n") == 35
        assert "Copied 36 rows." in app.text


# Whatever takes long.


async def test_counting_tells_how_far_it_is_and_esc_stops_it(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("roster")
    async with staff_room(client_of(PRINCIPAL), noon, settled=False) as (app, pilot):
        await gate.reached()
        await shown(pilot, app, "Counting students", "0 of 27", "Esc stops", "Stop reading")
        await pilot.press("escape")
        await gone(pilot, app, "Counting students")
        gate.release()
        sandbox.weather.clear()
        await settle(pilot)
        assert "▸ Class 8            ·" in app.text
        await pilot.press("u")
        await shown(pilot, app, "▸ Class 8          103")


async def test_a_lost_session_is_told_to_the_app_and_another_client_goes_on(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        sandbox.weather.answer("roster", status=401)
        sandbox.weather.body("session", "null")
        await pilot.press("8")
        await until(pilot, lambda: app.lost > 0)
        await shown(pilot, app, "signed out")
        sandbox.weather.clear()
        home = app.home
        assert isinstance(home, GoesOn)
        client = client_of(PRINCIPAL)
        home.go_on(client, await client.auth.who_am_i())
        await shown(pilot, app, "Students of 8-A ", "live")


async def test_every_word_follows_the_language(client_of: ClientOf, noon: Clock) -> None:
    async with staff_room(client_of(PRINCIPAL), noon) as (app, pilot):
        await at_section(pilot, app)
        await pilot.press("enter", "down", "slash", "a")
        use(Language.HI)
        speech.retranslate(app.screen_stack)
        await pilot.pause()
        assert "8-B के विद्यार्थी" in app.text
        assert "कक्षा 8" in app.text
        assert app.home.query_one(RosterPane).field.value == "a"
        assert "Student" not in app.text.replace("Students", "")
