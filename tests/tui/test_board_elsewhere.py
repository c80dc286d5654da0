"""One board over several schools: each asked by itself, and no child under another school's account."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.errors import Unreachable
from optilearn_tui.api.token import parse_token
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.elsewhere import Elsewhere
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.screen_text import screen_text, settle, until
from tests.tui.two_schools import TwoSchools

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox

WIDE = (150, 30)


@pytest.fixture
def schools(sandbox: Sandbox, noon: Clock) -> TwoSchools:
    return TwoSchools(sandbox, noon)


def program(schools: TwoSchools, clock: Clock) -> OptiLearnApp:
    """The whole program of somebody with two accounts."""
    return OptiLearnApp(
        schools.accounts,
        schools.settings,
        deployment=schools.deployment,
        remember=lambda **_: None,
        clock=clock,
        environ={},
    )


async def at_the_board(pilot: Pilot[None]) -> list[str]:
    """Open the board, and wait until everything on it is there; its lines."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ParentScreen))
    await settle(pilot)
    await pilot.press("b")
    await settle(pilot)
    return screen_text(pilot.app).splitlines()


def row_of(name: str, lines: list[str]) -> str:
    return next(line for line in lines if name in line)


async def test_children_of_all_schools_are_on_one_board_with_their_school(
    schools: TwoSchools, noon: Clock
) -> None:
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert "School" in row_of("Next due", lines)
        assert "Riverside" in row_of("Aarav", lines)
        assert "Springdale…" in row_of("रोहन", lines)
        assert "Springdale…" in row_of("तारा", lines)


async def test_offline_all_rows_stay_and_the_heading_says_it_once(schools: TwoSchools, noon: Clock) -> None:
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await at_the_board(pilot)
        await pilot.press("f4")
        pilot.app.clear_notifications()
        await settle(pilot)
        text = screen_text(pilot.app)
        assert "रोहन" in text
        assert "! 12:00  offline" in text
        assert text.count("offline") == 2


async def test_a_dashboard_asks_five_things_and_reads_one_ahead_for_each_other_child(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.data["riverside"].children["c-meera"].pop()
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ParentScreen))
        await settle(pilot)
        asked = Counter(visit.part for visit in sandbox.visits)
        assert asked == Counter(session=1, children=1, overview=2, fees=1, attendance=1)


async def test_the_boards_total_counts_the_children_of_all_schools(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    paid = {"status": "PAID", "outstanding": 0, "dueDate": None}
    sandbox.data["riverside"].fees["c-kabir"] = dict(paid)
    for row in sandbox.data["springdale"].children["c-sunita"]:
        sandbox.data["springdale"].fees[str(row["contactId"])] = {
            **paid,
            "status": "PARTIAL",
            "outstanding": 1000,
        }
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert "₹22,500 owed" in row_of("Fees of the family", lines)


async def test_a_school_in_trouble_is_named_below_and_leaves_the_other_alone(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    for part in ("children", "my-children"):
        sandbox.weather.answer(part, status=500, contact_id="c-sunita")
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert "Aarav" in "\n".join(lines)
        assert row_of("Springdale", lines).strip() == "! Springdale Academy: trouble at the school"
        assert "the children at Springdale Academy are not known" in row_of("Fees of the family", lines)


async def test_an_account_whose_session_is_over_is_signed_out_there_and_only_there(
    schools: TwoSchools, noon: Clock
) -> None:
    await schools.store.erase(schools.there.key)
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert row_of("Springdale", lines).strip() == "! Springdale Academy: signed out"
        assert "Aarav" in "\n".join(lines)
        assert "Your session has ended" not in "\n".join(lines)


async def test_a_kept_session_that_is_somebody_elses_shows_nobodys_children(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    other = parse_token(sandbox.token("sunita.verma@example.com"))
    await schools.store.save(schools.there.key, other)
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert "रोहन" not in "\n".join(lines)
        assert row_of("Springdale", lines).strip() == "! Springdale Academy: signed out"


async def test_choosing_a_child_at_the_other_school_goes_on_as_that_account(
    schools: TwoSchools, noon: Clock
) -> None:
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await at_the_board(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: "Springdale Academy" in screen_text(pilot.app).splitlines()[0])
        await settle(pilot)
        text = screen_text(pilot.app)
        assert isinstance(pilot.app.screen, ParentScreen)
        assert pilot.app.screen.subject not in {"c-diya", "c-aarav", "c-kabir"}
        assert "Aarav" not in text
        assert "रोहन" in text


async def test_an_account_of_another_person_on_this_computer_is_not_the_same_family(
    schools: TwoSchools,
) -> None:
    schools.there = replace(schools.there, person="sunita.verma@example.com")
    assert Elsewhere(schools.accounts(), schools.here, lambda _: None).schools == ()


async def test_two_people_whom_two_schools_know_by_one_number_are_not_the_same_family(
    schools: TwoSchools,
) -> None:
    schools.here = replace(schools.here, person="1", email=None)
    schools.there = replace(schools.there, person="1", email=None)
    assert Elsewhere(schools.accounts(), schools.here, lambda _: None).schools == ()


async def test_schools_whose_names_begin_alike_are_told_apart(schools: TwoSchools, noon: Clock) -> None:
    schools.here = replace(schools.here, school="Delhi Public School North")
    schools.there = replace(schools.there, school="Delhi Public School South")
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert " riverside " in row_of("Aarav", lines)
        assert " springdale " in row_of("रोहन", lines)


async def test_the_total_is_not_known_while_the_children_of_this_school_are_not(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    for part in ("children", "my-children"):
        sandbox.weather.answer(part, status=500, contact_id="c-meera")
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        lines = await at_the_board(pilot)
        assert "रोहन" in "\n".join(lines)
        assert "! Riverside: trouble at the school" in [line.strip() for line in lines]
        assert "the children at Riverside are not known" in row_of("Fees of the family", lines)


async def test_an_account_that_was_signed_out_of_meanwhile_leaves_the_board(
    schools: TwoSchools, noon: Clock, sandbox: Sandbox
) -> None:
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await at_the_board(pilot)
        await pilot.press("u", "down", "x", "enter")
        await settle(pilot)
        await pilot.press("escape")
        pilot.app.clear_notifications()
        await settle(pilot)
        text = screen_text(pilot.app)
        assert "Aarav" in text
        assert "रोहन" not in text
        assert "Springdale" not in text
        asked = len(sandbox.visits)
        await pilot.press("r")
        await settle(pilot)
        assert all(visit.host != "springdale.localhost" for visit in list(sandbox.visits)[asked:])


async def test_what_was_opened_for_the_board_is_closed_with_the_dashboard(
    schools: TwoSchools, noon: Clock
) -> None:
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await at_the_board(pilot)
        assert {client.slug for client in schools.clients} == {"riverside", "springdale"}
    for client in schools.clients:
        with pytest.raises(Unreachable):
            await client.institution.look_up()


async def test_the_session_at_the_other_school_is_kept_as_it_was_renewed(
    schools: TwoSchools, noon: Clock
) -> None:
    before = await schools.store.load(schools.there.key)
    async with program(schools, noon).run_test(size=WIDE) as pilot:
        await at_the_board(pilot)
    after = await schools.store.load(schools.there.key)
    assert before is not None
    assert after is not None
    assert after.reveal() != before.reveal()
