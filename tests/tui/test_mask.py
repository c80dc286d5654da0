"""Marks and fees are hidden with one key, wherever they stand, until the same key shows them again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.mask import has_veils, mask, veiled, veiled_cells, veiled_text
from optilearn_tui.tui.styled import Styled
from tests.tui.facts.shown import answered, forms
from tests.tui.facts.test_courses import facts as courses
from tests.tui.facts.test_fees import told as fees_told
from tests.tui.facts.test_grades import FAILED, TEST
from tests.tui.facts.test_grades import facts as grades
from tests.tui.people import MEERA, PRINCIPAL
from tests.tui.rest import at_rest
from tests.tui.scenes import at_home
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import ProgramOf

AMOUNT = re.compile(
    r"₹|Overdue|Paid|\d+/\d+ +\d+%|Passed|Failed|(?:Trend|courses) +[▁-█]|rising|falling|\d points?\b"
)
"""What a mark or an amount looks like."""
KEY = "Marks and fees are hidden. h shows them."


def test_nothing_is_veiled_until_somebody_asks_for_it() -> None:
    assert veiled(Styled("42")).plain == "42"
    mask(on=True)
    assert veiled(Styled("42")).plain == "••"
    assert veiled_text("42") == "••"
    assert [cell.plain for cell in veiled_cells([Styled("42"), Styled("84%")])] == ["••", ""]


def test_a_value_none_and_not_known_look_the_same_behind_the_mask() -> None:
    mask(on=True)
    unmarked = {**TEST, "score": None, "percentage": None, "passed": None}
    left_out = {"title": "Unit test", "courseTitle": "Mathematics", "gradedAt": TEST["gradedAt"]}
    shown = [
        forms(answered(grades(), recentGrades=[grade]), 78)[-1].splitlines()[1]
        for grade in (TEST, FAILED | {"title": TEST["title"]}, unmarked, left_out)
    ]
    assert len(set(shown)) == 1
    assert "••" in shown[0]


def test_no_form_of_the_grades_tells_a_mark_the_trend_or_what_the_teacher_wrote() -> None:
    mask(on=True)
    for form in forms(answered(grades(), recentGrades=[TEST, FAILED]), 78):
        assert not AMOUNT.search(form), form
        assert "Neat work" not in form
        assert "Unit test" in form


def test_a_courses_score_is_hidden_and_its_progress_is_not() -> None:
    mask(on=True)
    course = {
        "courseTitle": "Algebra",
        "status": "COMPLETED",
        "progress": 100,
        "finalScore": 91,
        "passed": True,
    }
    full = forms(answered(courses(), courses=[course]), 78)[0]
    assert "91" not in full
    assert "passed" not in full
    assert "final score ••" in full
    assert "100%" in full


def test_fees_tell_neither_amount_nor_status_nor_date() -> None:
    mask(on=True)
    assert fees_told(status="PARTIAL", outstanding=125000, dueDate="2026-04-03") == "••"


def test_a_text_with_veils_is_one_only_while_the_mask_is_on() -> None:
    assert not has_veils("••")
    mask(on=True)
    assert has_veils("Unit test ••")
    assert not has_veils("Unit test")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_one_key_hides_marks_and_fees_of_a_child_and_shows_them_again(
    size: tuple[int, int], program: ProgramOf
) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=size) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("2")
        await at_rest(pilot)
        before = screen_text(app)
        assert AMOUNT.search(before)
        assert KEY not in before
        await pilot.press("h")
        await pilot.pause()
        hidden = screen_text(app)
        assert not AMOUNT.search(hidden), hidden
        assert "••" in hidden
        assert hidden.count(KEY) == 1
        await pilot.press("h")
        await settle(pilot)
        assert screen_text(app) == before


async def test_the_mask_outlives_a_refresh_another_child_another_language_and_the_board(
    program: ProgramOf,
) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=(120, 40)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("h")
        for keys in (("r",), ("2",), ("3",), ("2",), ("enter",), ("escape",), ("b",), ("s",) * 4):
            await pilot.press(*keys)
            await at_rest(pilot)
            assert not AMOUNT.search(screen_text(app)), screen_text(app)
            assert KEY in screen_text(app)
        await pilot.press("l")
        await at_rest(pilot)
        hindi = screen_text(app)
        assert "••" in hindi
        assert "₹" not in hindi


async def test_an_order_by_what_is_hidden_is_given_up_while_it_is(program: ProgramOf) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=(120, 40)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("b")
        await at_rest(pilot)
        usual = _children(pilot)
        await pilot.press(*"ssssss", "S")
        await at_rest(pilot)
        by_fees = _children(pilot)
        assert by_fees != usual
        await pilot.press("h")
        await at_rest(pilot)
        assert _children(pilot) == usual
        await pilot.press("h")
        await at_rest(pilot)
        assert _children(pilot) == by_fees


def _children(pilot: Pilot[None]) -> list[str]:
    names = ("Aarav", "Kabir", "दीया")
    return [
        name for line in screen_text(pilot.app).splitlines() for name in names if line.startswith(f" {name}")
    ]


async def test_staff_hide_the_fees_of_a_student_too(program: ProgramOf) -> None:
    app = program(email=PRINCIPAL).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "StaffScreen")
        await pilot.press("8", "down")
        await at_rest(pilot)
        await pilot.press("enter", "down", "down", "down", "enter")
        await at_rest(pilot)
        await pilot.press("p")
        await until(pilot, lambda: "₹" in screen_text(app))
        await pilot.press("h")
        await at_rest(pilot)
        hidden = screen_text(app)
        assert not AMOUNT.search(hidden), hidden
        assert KEY in hidden


async def test_marked_text_with_something_hidden_in_it_is_not_copied(program: ProgramOf) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("2", "h")
        await at_rest(pilot)
        app.screen.text_select_all()
        app.screen.action_copy_text()
        await pilot.pause()
        assert app.clipboard == ""
        assert "This was not copied" in screen_text(app)
        await pilot.press("h")
        app.screen.action_copy_text()
        assert "Overdue" in app.clipboard


async def test_where_nothing_can_be_hidden_no_key_is_offered(program: ProgramOf) -> None:
    app = program().app
    async with app.run_test(size=(200, 50)) as pilot:
        await until(pilot, lambda: app.screen.id == "sign-in")
        assert "marks and fees" not in screen_text(app)


async def test_in_hindi_the_key_is_said_in_hindi(program: ProgramOf) -> None:
    use(Language.HI)
    app = program(email=MEERA).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("h")
        await at_rest(pilot)
        assert "••" in screen_text(app)
