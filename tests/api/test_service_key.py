"""Asking with the service key: what carries it, what never does, and what a refusal means."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    InvalidServiceKey,
    MissingServiceKey,
    NotFound,
    NotSignedIn,
    ServerTrouble,
    ServiceKeyRefused,
    ServiceKeyWanted,
    SessionEnded,
    TenantMismatch,
)
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.service_key import ServiceKey, parse_service_key
from optilearn_tui.api.tenancy import Deployment, Host
from optilearn_tui.api.wire import Request
from tests.api.little_school import (
    LEARN,
    SESSION_COOKIE,
    TENANT,
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
    from optilearn_tui.api.clock import Clock

KEY = ServiceKey("sk-riverside-0123456789")
SESSION = "/api/auth/session"
CLASSES = "/api/lms/classes"
ROSTER = "/api/lms/sections/sec-8b/students"
COURSES = "/api/courses"
STAFF = {
    "id": "u-1",
    "name": "Anita Rao",
    "email": "anita@riverside.example",
    "role": "TEACHER",
    "isContact": False,
    "institutionSlug": "riverside",
}
APRIL = (date(2026, 4, 1), date(2026, 4, 30))

Ask = Callable[[Client], Awaitable[object]]

STAFF_QUESTIONS: list[Ask] = [
    lambda client: client.classes.all(),
    lambda client: client.rosters.of("sec-8b"),
    lambda client: client.parents.of("c-aarav"),
]
QUESTIONS: list[Ask] = [
    *STAFF_QUESTIONS,
    lambda client: client.people.contact("c-aarav"),
    lambda client: client.people.student("c-aarav"),
    lambda client: client.people.user("u-1"),
    lambda client: client.fees.of("c-aarav"),
    lambda client: client.attendance.of("c-aarav", *APRIL),
]
ROLE_REFUSED = failure("FORBIDDEN", 403)
REFUSALS = [
    failure("AUTH_REQUIRED", 401),
    html(401),
    redirect("https://riverside.opticrm.app/login"),
    ROLE_REFUSED,
    html(403),
]
HIDDEN = [*REFUSALS, html(404), Reply(b"", 404)]


class Institution(LittleSchool):
    """Answers every question of OptiCRM alike, and says who is signed in."""

    def __init__(self, reply: Reply, person: dict[str, object] | None = None) -> None:
        super().__init__()
        for path in (
            CLASSES,
            ROSTER,
            "/api/lms/student/c-aarav/parents",
            "/api/lms/contact/c-aarav",
            "/api/lms/student/c-aarav",
            "/api/lms/user/u-1",
            "/api/lms/students/c-aarav/fee-status",
            "/api/lms/students/c-aarav/attendance",
        ):
            self.answer(path, reply)
        self.answer(SESSION, plain({"user": person or STAFF}))


@pytest.fixture
async def connect(noon: Clock) -> AsyncIterator[Callable[..., Client]]:
    """Makes clients of a school, with a session unless told otherwise."""
    clients: list[Client] = []

    def make(school: LittleSchool, key: ServiceKey | None = None, *, signed_in: bool = True) -> Client:
        token = jwe() if signed_in else None
        client = Client(Deployment(), "riverside", token, service_key=key, clock=noon, app=school, retry=ONCE)
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


@pytest.mark.parametrize("given", ["sk-riverside-0123456789", "  sk-riverside-0123456789\r\n", "a/b+c=.~-_"])
def test_a_key_is_taken_without_the_white_space_around_it(given: str) -> None:
    assert parse_service_key(given).reveal() == given.strip()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("two words-of-it", "characters"),
        ("key\r\nX-Injected: yes", "characters"),
        ("चाबी-चाबी", "characters"),
        ("short", "length"),
        ("x" * 4_097, "length"),
        ("authjs.session-token=abcdefghijk", "session"),
        (jwe().reveal(), "session"),
    ],
)
def test_what_cannot_be_a_key_is_refused_and_not_repeated(given: str, reason: str) -> None:
    with pytest.raises(InvalidServiceKey) as caught:
        parse_service_key(given)

    assert caught.value.reason == reason
    assert not given.strip() or given.strip() not in f"{caught.value}{caught.value!r}"


def test_a_key_shows_nothing_of_itself() -> None:
    assert f"{KEY} {KEY!r}" == "<servicekey> <servicekey>"
    with pytest.raises(TypeError):
        pickle.dumps(KEY)


@pytest.mark.parametrize("ask", QUESTIONS)
async def test_opticrm_is_asked_with_the_key_and_never_with_the_session_beside_it(
    connect: Callable[..., Client], ask: Ask
) -> None:
    client = connect(school := Institution(failure("NOT_FOUND", 404)), KEY)

    with pytest.raises(NotFound):
        await ask(client)

    (asked,) = school.asked
    assert asked.host == TENANT
    assert asked.headers["authorization"] == f"Bearer {KEY.reveal()}"
    assert asked.headers["x-institution-slug"] == "riverside"
    assert "cookie" not in asked.headers


async def test_optilearn_gets_the_session_and_never_the_key(connect: Callable[..., Client]) -> None:
    client = connect(school := LittleSchool(), KEY)
    school.answer(COURSES, data([]), host=LEARN)
    school.answer("/api/courses/crs-1/announcements", data([]), host=LEARN)
    school.answer("/api/courses/crs-1/enrollments", data([]), host=LEARN)
    school.answer("/api/parent/children/c-1/overview", data({}), host=LEARN)

    await client.catalogue.courses().every()
    await client.announcements.of("crs-1")
    await client.enrollments.of("crs-1").every()
    await client.overview.of("c-1")

    assert {asked.host for asked in school.asked} == {LEARN}
    for asked in school.asked:
        assert asked.cookies == {SESSION_COOKIE: jwe().reveal()}
        assert "authorization" not in asked.headers


async def test_who_is_signed_in_is_asked_without_the_key(connect: Callable[..., Client]) -> None:
    client = connect(school := Institution(data([])), KEY)
    school.answer("/api/portal/institution", plain({"name": "Riverside"}))

    await client.auth.who_am_i()
    await client.institution.look_up()
    await client.auth.sign_out()

    assert len(school.asked) >= 3
    assert not [asked for asked in school.asked if "authorization" in asked.headers]


async def test_no_request_can_carry_the_key_to_another_host(connect: Callable[..., Client]) -> None:
    client = connect(school := LittleSchool(), KEY)

    with pytest.raises(MissingServiceKey):
        await client._exchange.ask(Request(Host.LEARN, COURSES, COURSES, with_key=True))

    assert not school.asked


async def test_a_session_given_as_the_key_is_not_sent_as_one(connect: Callable[..., Client]) -> None:
    client = connect(school := Institution(data([])))
    assert client.session.token is not None
    client.use_service_key(ServiceKey(client.session.token.reveal()))

    with pytest.raises(InvalidServiceKey) as caught:
        await client.classes.all()

    assert caught.value.reason == "session"
    assert not school.asked


async def test_an_answer_to_the_key_never_changes_the_session(connect: Callable[..., Client]) -> None:
    planted = f"{SESSION_COOKIE}={jwe('planted').reveal()}"
    client = connect(Institution(data([]).setting(planted)), KEY)

    await client.classes.all()

    assert client.session.token == jwe()


async def test_the_key_alone_is_enough_for_what_opticrm_tells(connect: Callable[..., Client]) -> None:
    client = connect(Institution(data([])), KEY, signed_in=False)

    assert (await client.classes.all()).value == ()
    with pytest.raises(NotSignedIn):
        await client.catalogue.courses().every()


@pytest.mark.parametrize("ask", STAFF_QUESTIONS)
async def test_without_key_and_session_nothing_is_sent(connect: Callable[..., Client], ask: Ask) -> None:
    client = connect(school := LittleSchool(), signed_in=False)

    with pytest.raises(MissingServiceKey):
        await ask(client)

    assert not school.asked


async def test_a_session_that_is_over_is_told_as_such_and_not_as_a_missing_key(
    connect: Callable[..., Client],
) -> None:
    client = connect(school := Institution(html(401)))
    school.answer(SESSION, plain(None))

    for _ in range(2):
        with pytest.raises(SessionEnded):
            await client.classes.all()


async def test_a_key_can_be_given_later_and_taken_back(connect: Callable[..., Client]) -> None:
    client = connect(school := Institution(data([])))
    assert not client.has_service_key

    client.use_service_key(KEY)
    assert client.has_service_key
    await client.classes.all()
    client.use_service_key(None)
    await client.classes.all()

    assert ["authorization" in asked.headers for asked in school.asked] == [True, False]


async def test_equal_questions_with_and_without_the_key_are_two(connect: Callable[..., Client]) -> None:
    client = connect(school := Institution(data([])))
    gate = school.hold(CLASSES)

    by_session = asyncio.create_task(client.classes.all())
    await school.arrival(1)
    client.use_service_key(KEY)
    by_key = [asyncio.create_task(client.classes.all()) for _ in range(3)]
    await school.arrival(2)
    gate.set()
    await asyncio.gather(by_session, *by_key)

    assert len(school.asked) == 2


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("ask", QUESTIONS)
async def test_a_refused_key_is_told_and_no_question_about_the_session(
    connect: Callable[..., Client], ask: Ask, refusal: Reply
) -> None:
    client = connect(school := Institution(refusal), KEY)

    with pytest.raises(ServiceKeyRefused) as caught:
        await ask(client)

    assert caught.value.status == refusal.status
    assert caught.value.code == ("FORBIDDEN" if refusal.status == 403 else "AUTH_REQUIRED")
    assert SESSION not in [asked.path for asked in school.asked]


async def test_another_institutions_key_is_told_as_such(connect: Callable[..., Client]) -> None:
    client = connect(Institution(failure("TENANT_MISMATCH", 403)), KEY)

    with pytest.raises(ServiceKeyRefused) as caught:
        await client.classes.all()

    assert caught.value.code == "TENANT_MISMATCH"


@pytest.mark.parametrize(
    ("reply", "error"), [(failure("NOT_FOUND", 404), NotFound), (html(500), ServerTrouble)]
)
async def test_other_trouble_is_no_matter_of_the_key(
    connect: Callable[..., Client], reply: Reply, error: type[ApiError]
) -> None:
    client = connect(Institution(reply), KEY)

    with pytest.raises(error):
        await client.rosters.of("sec-8b")


@pytest.mark.parametrize("refusal", HIDDEN)
@pytest.mark.parametrize("ask", STAFF_QUESTIONS)
async def test_a_tenant_that_takes_no_sessions_wants_its_key(
    connect: Callable[..., Client], ask: Ask, refusal: Reply
) -> None:
    client = connect(Institution(refusal))
    await client.auth.who_am_i()

    with pytest.raises(ServiceKeyWanted) as caught:
        await ask(client)

    assert caught.value.status == refusal.status
    assert client.session.token == jwe()


@pytest.mark.parametrize("refusal", [refusal for refusal in REFUSALS if refusal != ROLE_REFUSED])
@pytest.mark.parametrize("ask", QUESTIONS)
async def test_wherever_no_session_is_taken_the_key_would_open(
    connect: Callable[..., Client], ask: Ask, refusal: Reply
) -> None:
    client = connect(Institution(refusal))
    await client.auth.who_am_i()

    with pytest.raises(ServiceKeyWanted):
        await ask(client)


async def test_what_a_role_may_not_see_is_no_matter_of_a_key(connect: Callable[..., Client]) -> None:
    client = connect(Institution(ROLE_REFUSED))
    await client.auth.who_am_i()

    with pytest.raises(Forbidden) as caught:
        await client.fees.of("c-aarav")

    assert type(caught.value) is Forbidden


@pytest.mark.parametrize("refusal", HIDDEN)
@pytest.mark.parametrize("ask", STAFF_QUESTIONS)
async def test_a_parent_is_told_of_no_key(connect: Callable[..., Client], ask: Ask, refusal: Reply) -> None:
    parent = {"email": "m@example.com", "isContact": True, "contactType": "CONTACT_PARENT", "role": "TEACHER"}
    client = connect(Institution(refusal, parent))
    await client.auth.who_am_i()

    with pytest.raises(Forbidden) as caught:
        await ask(client)

    assert type(caught.value) is Forbidden


@pytest.mark.parametrize("ask", STAFF_QUESTIONS[1:])
async def test_a_thing_that_the_platform_itself_does_not_find_is_not_there(
    connect: Callable[..., Client], ask: Ask
) -> None:
    client = connect(Institution(failure("NOT_FOUND", 404)))
    await client.auth.who_am_i()

    with pytest.raises(NotFound):
        await ask(client)


async def test_the_whole_catalogue_of_classes_is_never_just_missing(connect: Callable[..., Client]) -> None:
    client = connect(Institution(failure("NOT_FOUND", 404)))
    await client.auth.who_am_i()

    with pytest.raises(ServiceKeyWanted):
        await client.classes.all()


@pytest.mark.parametrize("refusal", [html(404), failure("NOT_FOUND", 404)])
async def test_a_fee_record_that_is_not_there_is_no_matter_of_a_key(
    connect: Callable[..., Client], refusal: Reply
) -> None:
    client = connect(Institution(refusal))
    await client.auth.who_am_i()

    with pytest.raises(NotFound):
        await client.fees.of("c-aarav")


async def test_another_institutions_session_is_a_mismatch_and_no_matter_of_a_key(
    connect: Callable[..., Client],
) -> None:
    client = connect(Institution(failure("TENANT_MISMATCH", 403)))
    await client.auth.who_am_i()

    with pytest.raises(TenantMismatch):
        await client.classes.all()


async def test_what_optilearn_refuses_no_key_opens(connect: Callable[..., Client]) -> None:
    client = connect(school := Institution(data([])))
    school.answer(COURSES, failure("FORBIDDEN", 403), host=LEARN)
    await client.auth.who_am_i()

    with pytest.raises(Forbidden) as caught:
        await client.catalogue.courses().every()

    assert type(caught.value) is Forbidden
