"""The dashboard as a parent uses it: one child at a time, keys and mouse, every state."""

from __future__ import annotations

import webbrowser
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui import speech
from optilearn_tui.tui.enquiries import Enquiries
from optilearn_tui.tui.facts.courses import CoursesFacts
from optilearn_tui.tui.facts.grades import GradesFacts
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.panels.certificates import CertificatesPanel
from optilearn_tui.tui.panels.fees import FeesPanel
from optilearn_tui.tui.panels.live_classes import LiveClassesPanel
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.timing import Timing
from tests.tui.dashboard import CALM, EAGER, JOHN, MEERA, dashboard
from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf

DIYAS = "Parts and wholes"
AARAVS = "Unit test 2"


@pytest.fixture
def hindi() -> Iterator[None]:
    """English is spoken again afterwards."""
    yield
    use(Language.EN)


# Whose dashboard it is.


async def test_the_primary_child_is_shown_first(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon, size=(90, 24)) as (app, _):
        assert app.parent_screen.subject == "c-diya"
        assert "▸ दीया शर्मा · 5-A  2 Aarav Sharma · 8-B  3 Kabir [KD] Sharma [/] · 1-C" in app.text
        assert DIYAS in app.text


async def test_every_child_has_a_key_and_there_are_keys_for_next_and_previous(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        seen = []
        for key in ("2", "right_square_bracket", "right_square_bracket", "left_square_bracket", "9"):
            await pilot.press(key)
            seen.append(app.parent_screen.subject)
        assert seen == ["c-aarav", "c-kabir", "c-diya", "c-kabir", "c-kabir"]


async def test_a_click_on_a_child_goes_there(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.click(offset=(app.text.splitlines()[1].index("Aarav"), 1))
        await settle(pilot)
        assert AARAVS in app.text


async def test_an_only_child_has_a_plain_header_and_no_keys_for_others(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(JOHN), noon) as (app, pilot):
        assert " Anna D'Souza · 10-A" in app.text
        assert "Viewing" not in app.text
        assert "All children" not in app.text
        await pilot.press("b", "2", "right_square_bracket")
        assert app.screen is app.parent_screen


@pytest.mark.parametrize("part", ["overview", "fees", "attendance"])
async def test_one_childs_late_answer_never_shows_under_another(
    part: str, client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        gate = sandbox.weather.hold(part, contact_id="c-aarav")
        await pilot.press("2")
        await gate.reached()
        await pilot.press("3")
        await until(pilot, lambda: "No courses yet." in app.text)
        kabir = app.text
        gate.release()
        await settle(pilot)
        assert app.text == kabir
        assert AARAVS not in kabir
        assert "₹12,500" not in kabir


async def test_a_new_child_blanks_every_panel_at_once(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        for part in ("overview", "fees", "attendance"):
            sandbox.weather.hold(part, contact_id="c-aarav")
        await pilot.press("2")
        await until(pilot, lambda: app.text.count("Loading…") == 7)
        for diyas in (DIYAS, "Marigold", "₹8,000", "34", "Art and Craft", "9 attended"):
            assert diyas not in app.text
        sandbox.weather.clear()
        await settle(pilot)


async def test_a_newly_linked_child_appears_on_the_next_refresh(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    links = sandbox.data["riverside"].children["c-meera"]
    kabir = links.pop()
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        assert "Kabir" not in app.text
        links.append(kabir)
        await pilot.press("r")
        await settle(pilot)
        assert "3 Kabir [KD]" in app.text
        assert app.parent_screen.subject == "c-diya"


async def test_when_the_shown_child_is_no_longer_linked_the_first_one_is_shown(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("2")
        links = sandbox.data["riverside"].children["c-meera"]
        links[:] = [row for row in links if row["contactId"] != "c-aarav"]
        await pilot.press("r")
        await settle(pilot)
        assert app.parent_screen.subject == "c-diya"
        assert "Aarav" not in app.text
        assert DIYAS in app.text


async def test_without_children_a_sentence_says_what_to_do_and_one_that_appears_is_taken_up(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    links = sandbox.data["riverside"].children["c-meera"]
    every, links[:] = list(links), []
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        assert "No child is linked to your account yet." in app.text
        assert "Ask the school's office" in app.text
        assert "Courses" not in app.text
        links[:] = every
        await pilot.press("r")
        await settle(pilot)
        assert DIYAS in app.text
        assert isinstance(app.focused, Panel)
        assert isinstance(app.focused.facts, CoursesFacts)


async def test_a_child_without_a_name_is_a_student(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    for row in sandbox.data["riverside"].children["c-meera"]:
        row["name"] = None
    async with dashboard(client_of(MEERA), noon) as (app, _):
        assert "▸ Student · 5-A  2 Student · 8-B  3 Student · 1-C" in app.text


# When things go wrong.


async def test_what_is_shown_stays_with_its_age_and_the_problem_when_a_refresh_fails(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        sandbox.weather.answer("*", status=500)
        await pilot.press("r")
        await settle(pilot)
        assert DIYAS in app.text
        assert "₹8,000" in app.text
        assert app.text.count("! 12:00") >= 5
        assert "! trouble at the school" in app.text.splitlines()[0]


async def test_one_failing_part_leaves_the_others_alone(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.html("fees")
    async with dashboard(client_of(MEERA), noon) as (app, _):
        assert DIYAS in app.text
        assert "web page" in app.text
        assert "₹" not in app.text
        assert "Paid" not in app.text


async def test_nothing_pretends_to_be_empty_while_the_overview_fails(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("overview", status=500)
    async with dashboard(client_of(MEERA), noon) as (app, _):
        for sentence in ("No courses", "No grades", "Nothing to hand in", "No certificates", "0 missed "):
            assert sentence not in app.text
        assert "9 attended" in app.text


async def test_it_recovers_by_itself(client_of: ClientOf, noon: Clock, sandbox: Sandbox) -> None:
    sandbox.weather.answer("children", status=500, times=3)
    sandbox.weather.answer("overview", status=500, times=3)
    sandbox.weather.html("fees", times=3)
    async with dashboard(client_of(MEERA), noon, rhythm=EAGER, settled=False) as (app, pilot):
        await until(pilot, lambda: DIYAS in app.text and "₹8,000" in app.text)
        await settle(pilot)
        assert "!" not in app.text


async def test_the_list_of_children_failing_at_first_is_a_sentence_and_r_tries_again(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("children", status=500)
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        assert "r tries again." in app.text
        assert "No child" not in app.text
        sandbox.weather.clear()
        await pilot.press("r")
        await settle(pilot)
        assert DIYAS in app.text


async def test_parts_the_school_leaves_out_are_called_not_known(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    overview = sandbox.data["riverside"].overviews["c-diya"]
    for part in ("courses", "certificates"):
        del overview[part]
    async with dashboard(client_of(MEERA), noon) as (app, _):
        assert app.text.count("Not known") == 2
        assert "Courses: ?" in app.text
        assert DIYAS in app.text


async def test_a_lost_session_is_told_and_the_data_stays(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        sandbox.weather.answer("*", status=401)
        sandbox.weather.body("session", "null")
        await pilot.press("r")
        await until(pilot, lambda: app.lost > 0)
        await settle(pilot)
        assert DIYAS in app.text
        assert "signed out" in app.text
        sandbox.weather.clear()
        app.parent_screen.go_on(client_of(MEERA), app.parent_screen.identity)
        await settle(pilot)
        assert "signed out" not in app.text


# Panels.


async def test_a_panel_is_enlarged_and_put_back_by_key(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        before = app.text
        for there, back in (("enter", "escape"), ("z", "z"), ("enter", "enter")):
            await pilot.press("tab", there)
            assert "All courses" in app.text
            assert "Upcoming" not in app.text
            assert "दीया" in app.text
            await pilot.press(back, "shift+tab")
            assert app.text == before


async def test_a_panel_is_enlarged_and_put_back_by_mouse(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        grades = next(p for p in app.parent_screen.query(Panel) if isinstance(p.facts, GradesFacts))
        await pilot.click(grades.query_one(Heading))
        await pilot.pause()
        assert "All courses" in app.text
        await pilot.click(grades, offset=(5, 5), times=2)
        await pilot.pause()
        assert "Upcoming" in app.text


async def test_tab_goes_through_all_panels_also_while_one_is_enlarged(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        count = len(app.parent_screen.query(Panel))
        assert count == 7
        focused = set()
        for _ in range(count):
            await pilot.press("tab")
            focused.add(app.focused)
        assert len(focused) == count
        await pilot.press("enter", "tab", "shift+tab", "shift+tab")
        zoomed = [panel for panel in app.parent_screen.query(Panel) if panel.zoomed]
        assert [panel.has_focus for panel in zoomed] == [True]
        assert isinstance(zoomed[0], FeesPanel)


async def test_keys_pressed_faster_than_the_screen_is_drawn_reach_the_right_panel(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        for key in ("tab", "tab", "tab", "enter"):
            app.simulate_key(key)
        await settle(pilot)
        assert [type(panel) for panel in app.parent_screen.query(Panel) if panel.zoomed] == [LiveClassesPanel]


async def test_what_does_not_fit_is_counted_and_scrolled_to(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("tab", "down", "down")
        await pilot.pause()
        assert "↓3" in app.text.splitlines()[4]
        await pilot.press("end")
        await pilot.pause()
        assert "↓" not in app.text.splitlines()[4]


async def test_the_calendar_goes_back_month_by_month_and_no_further_than_today(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.query_one(LiveClassesPanel).focus()
        await pilot.press("enter")
        assert "April 2026" in app.text
        await pilot.press("left", "left")
        await settle(pilot)
        assert "February 2026" in app.text
        await pilot.press("right", "right", "right")
        await settle(pilot)
        assert "April 2026" in app.text
        assert "May 2026" not in app.text


async def test_a_late_month_never_shows_under_another(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.query_one(LiveClassesPanel).focus()
        await pilot.press("enter")
        await settle(pilot)
        april = app.text
        gate = sandbox.weather.hold("attendance")
        await pilot.press("left")
        await gate.reached()
        assert "present" not in app.text
        await pilot.press("right")
        gate.release()
        await settle(pilot)
        assert app.text == april


async def test_certificates_have_a_cursor_and_their_links_are_copied_and_opened(
    client_of: ClientOf, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("firefox"))
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        app.parent_screen.query_one(CertificatesPanel).focus()
        await pilot.press("o", "down", "O", "c")
        assert app.opened == [
            "http://learn.localhost/verify/RPS-2026-PY-0417",
            "http://learn.localhost/certificates/RPS-2025-OLY-0093.pdf",
        ]
        assert app.clipboard == "http://learn.localhost/verify/RPS-2025-OLY-0093"


async def test_the_way_back_is_named_below_the_enlarged_certificates(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.query_one(CertificatesPanel).focus()
        await pilot.press("z")
        await settle(pilot)
        assert "O C PDF  esc Back" in app.text.splitlines()[-1]


async def test_a_certificate_whose_link_leads_elsewhere_is_neither_opened_nor_copied(
    client_of: ClientOf, noon: Clock, sandbox: Sandbox
) -> None:
    row = sandbox.data["riverside"].overviews["c-diya"]["certificates"]
    assert isinstance(row, list)
    row[0]["verifyUrl"] = "https://evil.example/[/]"
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.query_one(CertificatesPanel).focus()
        await pilot.press("o", "c")
        assert app.opened == []
        assert app.clipboard == ""
        assert all("does not lead to your school" in note.message for note in app._notifications)
        assert len(app._notifications) == 2


async def test_without_a_browser_a_link_is_copied_and_that_is_said(
    client_of: ClientOf, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        app.parent_screen.query_one(CertificatesPanel).focus()
        await pilot.press("o")
        assert app.opened == []
        assert app.clipboard == "http://learn.localhost/verify/RPS-2026-ART-0052"


async def test_a_click_moves_the_cursor_of_the_certificates(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        await pilot.click(CertificatesPanel, offset=(3, 3))
        assert app.parent_screen.query_one(CertificatesPanel).cursor == 2


# Words and quiet.


@pytest.mark.usefixtures("hindi")
async def test_the_language_changes_live_and_back(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        before = app.text
        use(Language.HI)
        speech.retranslate(app.screen_stack)
        await pilot.pause()
        for word in (
            "Courses",
            "Recent grades",
            "Upcoming",
            "Fees",
            "Viewing",
            "streak",
            "attended",
            "Passed",
        ):
            assert word not in app.text
        assert DIYAS in app.text
        use(Language.EN)
        speech.retranslate(app.screen_stack)
        await pilot.pause()
        assert app.text == before


async def test_a_minute_in_which_nothing_changed_repaints_nothing(client_of: ClientOf, noon: Clock) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        drawn = [panel.shown for panel in app.parent_screen.query(Panel)]
        app.parent_screen.tick()
        await pilot.pause()
        assert all(
            panel.shown is content
            for panel, content in zip(app.parent_screen.query(Panel), drawn, strict=True)
        )


async def test_time_that_passes_changes_only_what_is_told_by_it(client_of: ClientOf, noon: Clock) -> None:
    passed = [timedelta()]
    async with dashboard(client_of(MEERA), lambda: noon() + passed[0]) as (app, pilot):
        before = app.text
        assert app.text.count(" 12:00") == 7
        passed[0] = timedelta(minutes=12)
        app.parent_screen.tick()
        await pilot.pause()
        assert app.text == before
        passed[0] = timedelta(days=1)
        app.parent_screen.tick()
        await pilot.pause()
        assert app.text.count("─ 15 Apr") + app.text.count("━ 15 Apr") == 7
        assert "Thu 16 Apr" in app.text.splitlines()[0]


@pytest.mark.parametrize("size", [(60, 18), (76, 20), (90, 24), (116, 30), (168, 45)])
async def test_every_panel_can_be_reached_at_every_size(
    size: tuple[int, int], client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon, size=size) as (app, pilot):
        for panel in app.parent_screen.query(Panel):
            await pilot.pause()
            assert panel.has_focus
            assert panel.region.height >= 5
            assert app.screen.region.contains_region(panel.region)
            await pilot.press("tab")


async def test_a_key_pressed_before_the_dashboard_is_drawn_up_does_no_harm(
    client_of: ClientOf, noon: Clock
) -> None:
    async with dashboard(client_of(MEERA), noon, settled=False) as (app, pilot):
        another = ParentScreen(
            Enquiries(client_of(MEERA)),
            app.parent_screen.identity,
            Timing(noon, ZoneInfo("Asia/Kolkata"), CALM),
        )
        app.push_screen(another)
        for action in ("child", "step", "refresh", "board", "panel"):
            assert another.check_action(action, (2,)) is False
        await settle(pilot)
        assert another.check_action("refresh", ()) is True
        assert "Aarav Sharma" in app.text
