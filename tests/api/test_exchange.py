"""Questions under way: shared by all who ask them, and to the end whoever goes away."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import NotSignedIn, ServerTrouble, TooManyRequests, Unreachable
from optilearn_tui.api.fees import FEE_STATUS
from optilearn_tui.api.retry import Retry
from optilearn_tui.api.tenancy import Deployment
from tests.api.little_school import LEARN, SESSION_COOKIE, LittleSchool, Reply, data, html, plain
from tests.api.raw_server import reply, serving
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

FEES = "/api/lms/students/c-1/fee-status"
OVERVIEW = "/api/parent/children/c-1/overview"
IMPATIENT = Retry(attempts=3, first=0, longest=0)


@pytest.fixture
async def persistent(school: LittleSchool, noon: Clock) -> AsyncIterator[Client]:
    """A client that asks again at once."""
    async with Client(Deployment(), "riverside", jwe(), clock=noon, app=school, retry=IMPATIENT) as client:
        yield client


async def test_five_panels_asking_for_one_thing_are_one_request(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({"status": "PAID"}))
    gate = school.hold(FEES)

    asking = [asyncio.create_task(client.fees.of("c-1")) for _ in range(5)]
    await school.arrival(1)
    gate.set()
    readings = await asyncio.gather(*asking)

    assert {reading.value.status for reading in readings} == {"PAID"}
    assert len(school.asked) == 1
    await client.fees.of("c-1")
    assert len(school.asked) == 2


async def test_who_asks_at_the_very_moment_of_the_answer_has_it_as_well(
    school: LittleSchool, client: Client
) -> None:
    school.answer(FEES, data({"status": "PAID"}))
    gate = school.hold(FEES)
    request = FEE_STATUS.call(contact_id="c-1").request(with_session=True)
    asking = asyncio.create_task(client._exchange.ask(request))
    await school.arrival(1)
    under_way = client._exchange._task_for(request)
    found: list[object] = []
    under_way.add_done_callback(lambda _: found.append(client._exchange._task_for(request)))
    gate.set()

    await asking

    assert found == [under_way]
    assert client._exchange._shared == {}


async def test_one_panel_going_away_does_not_disturb_the_others(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({"status": "PAID"}))
    gate = school.hold(FEES)

    first, second = (asyncio.create_task(client.fees.of("c-1")) for _ in range(2))
    await school.arrival(1)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    gate.set()

    assert (await second).value.status == "PAID"
    assert len(school.asked) == 1


async def test_different_questions_are_asked_side_by_side(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({"status": "PAID"}))
    school.answer(OVERVIEW, data({}), host=LEARN)
    gate = school.hold(FEES)

    fees = asyncio.create_task(client.fees.of("c-1"))
    await client.overview.of("c-1")
    gate.set()
    await fees


async def test_one_persons_answer_never_serves_another(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({"outstanding": 1}), data({"outstanding": 2}))
    gate = school.hold(FEES)

    before = asyncio.create_task(client.fees.of("c-1"))
    await school.arrival(1)
    client.session.start(jwe("another"))
    after = asyncio.create_task(client.fees.of("c-1"))
    await school.arrival(2)
    gate.set()

    assert [(await before).value.outstanding, (await after).value.outstanding] == [1, 2]
    assert [asked.cookies[SESSION_COOKIE] for asked in school.asked] == [
        jwe().reveal(),
        jwe("another").reveal(),
    ]


async def test_a_public_answer_is_not_shared_with_one_that_carries_a_session(
    school: LittleSchool, client: Client
) -> None:
    from optilearn_tui.api.institution import INSTITUTION

    path = "/api/portal/institution"
    school.answer(path, plain({"name": "Riverside", "data": {"name": "Riverside"}}))
    gate = school.hold(path)

    public = asyncio.create_task(client.institution.look_up())
    signed_in = asyncio.create_task(client.lms_fetch(INSTITUTION.call()))
    await school.arrival(2)
    gate.set()
    await asyncio.gather(public, signed_in)

    assert sorted("cookie" in asked.headers for asked in school.asked) == [False, True]


async def test_an_answer_nobody_waits_for_still_renews_the_session(
    school: LittleSchool, client: Client
) -> None:
    school.answer(FEES, data({}).setting(f"{SESSION_COOKIE}={jwe('new').reveal()}; Path=/"))
    gate = school.hold(FEES)

    asking = asyncio.create_task(client.fees.of("c-1"))
    await school.arrival(1)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    gate.set()
    school.answer(OVERVIEW, data({}), host=LEARN)
    for _ in range(9):
        await client.overview.of("c-1")

    assert school.asked[-1].cookies[SESSION_COOKIE] == jwe("new").reveal()


async def test_trouble_nobody_waits_for_is_no_complaint(
    school: LittleSchool, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    school.answer(FEES, html(500))
    gate = school.hold(FEES)

    asking = asyncio.create_task(client.fees.of("c-1"))
    await school.arrival(1)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    gate.set()
    await client.aclose()
    gc.collect()

    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_hundreds_of_cancellations_cost_no_connection(noon: Clock) -> None:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(b'{"data": {}}'))

    async with serving(talk) as deployment:
        bounds = Bounds(connections=3, pool=5.0)
        async with Client(deployment, "riverside", jwe(), clock=noon, bounds=bounds) as client:
            for turn in range(60):
                asking = [asyncio.create_task(client.fees.of(f"c-{number}")) for number in range(10)]
                for _ in range(turn % 12):
                    await asyncio.sleep(0)
                for task in asking:
                    task.cancel()
                await asyncio.gather(*asking, return_exceptions=True)

            readings = await asyncio.gather(*(client.fees.of(f"d-{number}") for number in range(30)))

    assert len(readings) == 30


async def test_a_question_is_asked_again_after_passing_trouble(
    school: LittleSchool, persistent: Client
) -> None:
    school.answer(FEES, html(503), html(502), data({"status": "PAID"}))

    assert (await persistent.fees.of("c-1")).value.status == "PAID"
    assert len(school.asked) == 3


async def test_but_not_for_ever(school: LittleSchool, persistent: Client) -> None:
    school.answer(FEES, html(504))

    with pytest.raises(ServerTrouble) as caught:
        await persistent.fees.of("c-1")

    assert caught.value.status == 504
    assert len(school.asked) == 3


async def test_a_connection_lost_between_two_questions_is_found_again(noon: Clock) -> None:
    count = 0

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        count += 1
        if count == 2:
            writer.close()
        else:
            writer.write(reply(b'{"data": {"status": "PAID"}}'))

    async with (
        serving(talk) as deployment,
        Client(deployment, "riverside", jwe(), clock=noon, retry=IMPATIENT) as client,
    ):
        await client.fees.of("c-1")
        assert (await client.fees.of("c-1")).value.status == "PAID"


async def test_being_told_when_to_come_back_is_passed_on_at_once(
    school: LittleSchool, persistent: Client, noon: Clock
) -> None:
    school.answer(FEES, Reply(b"", 429, (("Retry-After", "120"),)))

    with pytest.raises(TooManyRequests) as caught:
        await persistent.fees.of("c-1")

    assert caught.value.until is not None
    assert (caught.value.until - noon()).total_seconds() == 120
    assert len(school.asked) == 1


async def test_no_further_attempt_is_made_for_somebody_who_has_left(
    school: LittleSchool, persistent: Client
) -> None:
    school.answer(FEES, html(503))
    gate = school.hold(FEES)

    asking = asyncio.create_task(persistent.fees.of("c-1"))
    await school.arrival(1)
    persistent.session.start(jwe("another"))
    gate.set()

    with pytest.raises(NotSignedIn):
        await asking
    assert len(school.asked) == 1


async def test_closing_the_client_ends_what_is_under_way(school: LittleSchool, client: Client) -> None:
    school.hold(FEES)

    asking = asyncio.create_task(client.fees.of("c-1"))
    await school.arrival(1)
    await client.aclose()

    with pytest.raises(Unreachable):
        await asking
    with pytest.raises(Unreachable):
        await client.fees.of("c-1")


async def test_an_application_that_fails_is_a_server_with_a_problem(noon: Clock) -> None:
    async def broken(*_: object) -> None:
        message = "oops"
        raise RuntimeError(message)

    async with Client(Deployment(), "riverside", jwe(), clock=noon, app=broken) as client:
        with pytest.raises(ServerTrouble):
            await client.fees.of("c-1")
