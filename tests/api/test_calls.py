"""Calls with the session and without: headers, refusals, and what a refusal means."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    NotFound,
    ServerTrouble,
    SessionEnded,
    TenantMismatch,
    UnreadableAnswer,
)
from tests.api.little_school import (
    LEARN,
    SESSION_COOKIE,
    LittleSchool,
    Reply,
    data,
    failure,
    html,
    plain,
    redirect,
)
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client

SESSION = "/api/auth/session"
FEES = "/api/lms/students/c-1/fee-status"
OVERVIEW = "/api/parent/children/c-1/overview"
INSTITUTION = "/api/portal/institution"

NOT_SIGNED_IN = [
    failure("AUTH_REQUIRED", 401),
    html(401),
    redirect("https://riverside.opticrm.app/login", 307),
]


async def test_an_institution_is_named_twice_to_opticrm(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({}))

    await client.fees.of("c-1")

    (asked,) = school.asked
    assert asked.host == "riverside.opticrm.app"
    assert asked.headers["x-institution-slug"] == "riverside"
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["accept"] == "application/json"
    assert "authorization" not in asked.headers
    assert asked.cookies == {SESSION_COOKIE: jwe().reveal()}


async def test_optilearn_gets_the_same_session(school: LittleSchool, client: Client) -> None:
    school.answer(OVERVIEW, data({}), host=LEARN)

    await client.overview.of("c-1")

    (asked,) = school.asked
    assert asked.host == "learn.opticrm.app"
    assert asked.cookies == {SESSION_COOKIE: jwe().reveal()}
    assert "x-institution-slug" not in asked.headers


@pytest.mark.parametrize("refusal", NOT_SIGNED_IN)
async def test_a_refusal_with_a_fine_session_means_not_open_to_this_person(
    school: LittleSchool, client: Client, refusal: Reply
) -> None:
    school.answer(FEES, refusal)

    with pytest.raises(Forbidden) as caught:
        await client.fees.of("c-1")

    assert caught.value.status == refusal.status
    assert client.session.token == jwe()
    assert [asked.path for asked in school.asked] == [FEES, SESSION]


@pytest.mark.parametrize("refusal", NOT_SIGNED_IN)
async def test_a_refusal_without_session_means_that_it_is_over(
    school: LittleSchool, client: Client, refusal: Reply
) -> None:
    school.answer(FEES, refusal)
    school.answer(SESSION, plain(None))

    with pytest.raises(SessionEnded):
        await client.fees.of("c-1")


async def test_everybody_who_waits_learns_that_the_session_is_over(
    school: LittleSchool, client: Client
) -> None:
    for number in range(4):
        school.answer(f"/api/lms/students/c-{number}/fee-status", html(401))
    school.answer(SESSION, plain(None))

    problems = await asyncio.gather(
        *(client.fees.of(f"c-{number}") for number in range(4)), return_exceptions=True
    )

    assert [type(problem) for problem in problems] == [SessionEnded] * 4
    assert [asked.path for asked in school.asked].count(SESSION) == 1


async def test_a_refusal_nobody_can_explain_is_trouble(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, html(401))
    school.answer(SESSION, html(500))

    with pytest.raises(ServerTrouble):
        await client.fees.of("c-1")

    assert client.session.token == jwe()


async def test_parallel_refusals_are_one_question_who_is_signed_in(
    school: LittleSchool, client: Client
) -> None:
    for number in range(5):
        school.answer(f"/api/lms/students/c-{number}/fee-status", html(401))
    gate = school.hold("/api/lms/students/c-4/fee-status")

    async def refused(number: int) -> None:
        with pytest.raises(Forbidden):
            await client.fees.of(f"c-{number}")

    last = asyncio.create_task(refused(4))
    await school.arrival(1)
    await asyncio.gather(*(refused(number) for number in range(4)))
    gate.set()
    await last

    assert [asked.path for asked in school.asked].count(SESSION) == 1


async def test_a_later_refusal_is_a_new_question(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, html(401))

    for _ in range(2):
        with pytest.raises(Forbidden):
            await client.fees.of("c-1")

    assert [asked.path for asked in school.asked].count(SESSION) == 2


async def test_a_servers_word_on_tenant_mismatch_is_passed_on(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, failure("TENANT_MISMATCH", 403))

    with pytest.raises(TenantMismatch) as caught:
        await client.fees.of("c-1")

    assert caught.value.asked == "riverside"
    assert len(school.asked) == 1


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (failure("FORBIDDEN", 403), Forbidden),
        (failure("NOT_FOUND", 404), NotFound),
        (failure("INTERNAL_ERROR", 500), ServerTrouble),
        (html(), UnreadableAnswer),
        (data([]), UnreadableAnswer),
        (data(None), UnreadableAnswer),
        (Reply(b"x" * (9 << 20)), UnreadableAnswer),
    ],
)
async def test_other_answers_say_what_they_are(
    school: LittleSchool, client: Client, reply: Reply, error: type[ApiError]
) -> None:
    school.answer(FEES, reply)

    with pytest.raises(ApiError) as caught:
        await client.fees.of("c-1")

    assert type(caught.value) is error
    assert caught.value.host == "riverside.opticrm.app"
    assert len(school.asked) == 1


async def test_a_public_call_carries_no_session_and_takes_none(school: LittleSchool, client: Client) -> None:
    school.answer(
        INSTITUTION, plain({"name": "Riverside"}).setting(f"{SESSION_COOKIE}={jwe('planted').reveal()}")
    )

    await client.institution.look_up()

    assert "cookie" not in school.asked[0].headers
    assert client.session.token == jwe()


async def test_a_public_call_that_is_redirected_is_unreadable(school: LittleSchool, client: Client) -> None:
    school.answer(INSTITUTION, redirect("https://www.example.com/"))

    with pytest.raises(UnreadableAnswer) as caught:
        await client.institution.look_up()

    assert caught.value.reason == "redirect"
    assert len(school.asked) == 1
