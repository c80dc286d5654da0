"""The small pieces: choices, pauses, faults and farewells."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from textual.app import App, ComposeResult
from textual.worker import WorkerFailed

from optilearn_tui.accounts import SignedOut
from optilearn_tui.credentials import StoreUnavailable
from optilearn_tui.school.grades import direction_of
from optilearn_tui.tui.choice import Choice
from optilearn_tui.tui.farewell import farewell
from optilearn_tui.tui.fault import told
from optilearn_tui.tui.pauses import growing_pauses
from tests.tui.screen_text import screen_text

KOLKATA = ZoneInfo("Asia/Kolkata")


class Choosing(App[None]):
    """One choice and nothing else."""

    def compose(self) -> ComposeResult:
        yield Choice(["Parent", "Staff", "[b]"], id="choice")


async def test_a_choice_tells_by_a_sign_what_is_chosen_and_goes_round() -> None:
    app = Choosing()
    async with app.run_test(size=(60, 5)) as pilot:
        assert "(•) Parent   ( ) Staff   ( ) [b]" in screen_text(app)
        await pilot.press("right", "right")
        assert "( ) Parent   ( ) Staff   (•) [b]" in screen_text(app)
        await pilot.press("space")
        assert app.query_one(Choice).chosen == 0
        await pilot.press("left")
        assert app.query_one(Choice).chosen == 2


@pytest.mark.parametrize(("column", "chosen"), [(0, 0), (5, 0), (14, 1), (50, 0)])
async def test_a_click_chooses_the_word_under_it(column: int, chosen: int) -> None:
    app = Choosing()
    async with app.run_test(size=(60, 5)) as pilot:
        await pilot.click(Choice, offset=(column, 0))
        assert app.query_one(Choice).chosen == chosen


def test_pauses_grow_and_stay_bearable() -> None:
    assert list(islice(growing_pauses(), 9)) == [5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_a_fault_names_its_place_and_no_values() -> None:
    password = "correct horse battery staple"
    try:
        int(password)
    except ValueError as error:
        sentence = told(WorkerFailed(error))
    assert "ValueError, test_pieces:" in sentence
    assert "horse" not in sentence


def test_a_fault_in_somebody_elses_code_is_placed_where_this_program_called_it() -> None:
    with pytest.raises(TypeError) as caught:
        direction_of(["ten", "nine", "eight"])  # type: ignore[list-item]  # what must not happen
    assert "(TypeError, grades:" in told(caught.value)


def test_a_farewell_tells_everything_that_remains() -> None:
    words = farewell(
        SignedOut(
            "riverside",
            server_told=False,
            valid_until=datetime(2026, 5, 15, 6, 30, tzinfo=UTC),
            still_in_environment=True,
            left_behind=(StoreUnavailable("keyring", "locked"),),
        ),
        KOLKATA,
    )
    for part in ("signed out", "could not be told", "15 May", "12:00", "OPTILEARN_SESSION_TOKEN", "keyring"):
        assert part in words, part


def test_a_farewell_without_a_session_tells_of_the_one_in_the_environment() -> None:
    gone = SignedOut(
        "riverside", server_told=False, valid_until=None, still_in_environment=True, had_session=False
    )
    assert farewell(gone, KOLKATA).startswith("OPTILEARN_SESSION_TOKEN still holds a session")


def test_a_farewell_claims_nothing_about_a_place_that_did_not_open() -> None:
    left = (StoreUnavailable("keyring", "timeout"),)
    words = farewell(SignedOut("riverside", server_told=True, valid_until=None, left_behind=left), KOLKATA)
    assert "this computer has forgotten" not in words
    assert "may still lie there" in words
    assert "login" not in words


def test_a_farewell_to_a_session_of_unknown_length_promises_nothing() -> None:
    words = farewell(SignedOut("riverside", server_told=True, valid_until=None), KOLKATA)
    assert "for some time" in words
    assert "could not be told" not in words
