"""What an earlier run kept stands on the screen at once, and when it was read; nothing else does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.cache import MemoryShelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token
from optilearn_tui.tui.economy import Economy
from tests.tui.dashboard import CALM, MEERA, dashboard
from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox

LATER = timedelta(hours=3)
AARAVS = "Unit test 2"
DIYAS = "Parts and wholes"


@pytest.fixture
async def client_later(sandbox: Sandbox, noon: Clock) -> AsyncIterator[Callable[[timedelta], Client]]:
    """Makes Meera's client so long after noon, on one shelf for all of them."""
    shelf = MemoryShelf()
    clients = []

    def make(later: timedelta) -> Client:
        client = Client(
            Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol),
            "riverside",
            parse_token(sandbox.account(MEERA).session_token),
            clock=lambda: noon() + later,
            app=sandbox.app,
            shelf=shelf,
        )
        client.belongs_to(MEERA, contact_id="c-meera")
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


@pytest.fixture
async def aarav_was_looked_at(client_later: Callable[[timedelta], Client], noon: Clock) -> None:
    """An earlier run ended with Aarav on the screen."""
    async with dashboard(client_later(timedelta()), noon) as (_, pilot):
        await pilot.press("2")
        await settle(pilot)


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_the_child_looked_at_last_is_there_at_once_with_the_moment_it_was_read(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    client = client_later(LATER)
    await client.auth.who_am_i()
    gates = [sandbox.weather.hold(part) for part in ("children", "overview", "fees", "attendance")]
    async with dashboard(client, lambda: noon() + LATER, settled=False) as (app, pilot):
        await until(pilot, lambda: AARAVS in app.text)
        lines = app.text.splitlines()
        assert "saved 12:00" in lines[0]
        assert " Aarav Sharma · 8-B" in lines[1]
        assert "Viewing" not in app.text
        assert app.text.count("saved 12:00") > 3
        assert "₹" not in app.text
        for gate in gates:
            gate.release()
        await settle(pilot)
        assert "saved" not in app.text
        assert "▸ Aarav Sharma · 8-B" in app.text
        assert "₹12,500" in app.text


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_children_overview_fees_and_attendance_are_asked_for_at_once(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    client = client_later(LATER)
    await client.auth.who_am_i()
    gates = [sandbox.weather.hold(part) for part in ("children", "overview", "fees", "attendance")]
    async with dashboard(client, lambda: noon() + LATER, settled=False) as (_, pilot):
        for gate in gates:
            await gate.reached()
        sandbox.weather.clear()
        await settle(pilot)


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_where_the_school_does_not_answer_what_was_kept_stays_with_its_moment_and_the_reason(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    client = client_later(LATER)
    await client.auth.who_am_i()
    sandbox.weather.answer("*", status=500)
    async with dashboard(client, lambda: noon() + LATER) as (app, _):
        assert AARAVS in app.text
        assert "! trouble at the school" in app.text.splitlines()[0]
        assert "! saved 12:00" in app.text
        assert "No child" not in app.text
        assert "₹" not in app.text


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_what_was_kept_of_a_child_that_is_no_longer_linked_goes_with_it(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    links = sandbox.data["riverside"].children["c-meera"]
    links[:] = [row for row in links if row["contactId"] != "c-aarav"]
    client = client_later(LATER)
    async with dashboard(client, lambda: noon() + LATER) as (app, _):
        assert app.parent_screen.subject == "c-diya"
        assert AARAVS not in app.text
        assert DIYAS in app.text


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_another_child_that_was_kept_is_there_at_once_as_well(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_later(LATER), lambda: noon() + LATER) as (app, pilot):
        gate = sandbox.weather.hold("overview", contact_id="c-diya")
        await pilot.press("1")
        await until(pilot, lambda: DIYAS in app.text)
        assert AARAVS not in app.text
        assert "saved 12:00" in app.text
        gate.release()
        await settle(pilot)
        assert "saved" not in app.text


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_offline_from_the_beginning_there_is_what_was_kept(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    client = client_later(LATER)
    await client.auth.who_am_i()
    sandbox.visits.clear()
    economy = Economy()
    economy.offline = True
    async with dashboard(client, lambda: noon() + LATER, economy=economy) as (app, _):
        assert AARAVS in app.text
        assert "offline (F4)" in app.text.splitlines()[0]
        assert "! saved 12:00" in app.text
        assert not sandbox.visits


async def test_a_child_seen_in_this_run_is_there_at_once_and_not_asked_for_again(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    async with dashboard(client_later(timedelta()), noon) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        sandbox.visits.clear()
        await pilot.press("1")
        assert DIYAS in app.text
        await settle(pilot)
        assert [visit.part for visit in sandbox.visits if visit.part == "overview"] == []


async def test_the_other_children_are_read_ahead_and_then_cost_no_request_for_their_overview(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    ahead = replace(CALM, ahead=0.001)
    async with dashboard(client_later(timedelta()), noon, rhythm=ahead) as (app, pilot):
        await until(pilot, lambda: [visit.part for visit in sandbox.visits].count("overview") == 3)
        await settle(pilot)
        sandbox.visits.clear()
        await pilot.press("2")
        assert AARAVS in app.text
        await settle(pilot)
        assert {visit.part for visit in sandbox.visits} == {"fees", "attendance"}


async def test_the_child_that_is_looked_at_is_not_read_ahead_when_its_question_has_failed(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("overview", status=403, contact_id="c-diya")
    ahead = replace(CALM, ahead=0.001)
    async with dashboard(client_later(timedelta()), noon, rhythm=ahead) as (_, pilot):
        await until(pilot, lambda: [visit.part for visit in sandbox.visits].count("overview") >= 3)
        await settle(pilot)

    asked = [visit.contact_id for visit in sandbox.visits if visit.part == "overview"]
    assert sorted(asked, key=str) == ["c-aarav", "c-diya", "c-kabir"]


@pytest.mark.parametrize("choice", ["low_data", "offline", "locked"])
async def test_nothing_is_read_ahead_where_that_is_not_allowed(
    choice: str, client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    ahead = replace(CALM, ahead=0.05)
    gate = sandbox.weather.hold("overview")
    async with dashboard(client_later(timedelta()), noon, rhythm=ahead, settled=False) as (app, pilot):
        await gate.reached()
        setattr(app.economy, choice, True)
        gate.release()
        await settle(pilot)
        assert [visit.part for visit in sandbox.visits].count("overview") == 1


@pytest.mark.usefixtures("aarav_was_looked_at")
async def test_nothing_is_asked_before_what_was_kept_is_on_the_screen(
    client_later: Callable[[timedelta], Client], noon: Clock, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("children")
    async with dashboard(client_later(LATER), lambda: noon() + LATER, settled=False) as (app, pilot):
        await gate.reached()
        assert AARAVS in app.text
        gate.release()
        await settle(pilot)
