"""What staff ask for, against the bundled school: both sides of the contract, each written for itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    NotFound,
    ServiceKeyRefused,
    ServiceKeyWanted,
    TenantMismatch,
)
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.service_key import ServiceKey
from optilearn_tui.api.sweep import sweep
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token
from optilearn_tui.school.finding import Directory, Guardian

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf

PRINCIPAL = "principal@riverside.example"
TEACHER = "teacher@riverside.example"
MEERA = "meera.sharma@example.com"
APRIL = (date(2026, 4, 1), date(2026, 4, 30))

Ask = Callable[[Client], Awaitable[object]]
Connect = Callable[..., Client]

AT_OPTICRM: list[Ask] = [
    lambda client: client.classes.all(),
    lambda client: client.rosters.of("section-8-B"),
    lambda client: client.parents.of("c-aarav"),
]
AT_OPTILEARN: list[Ask] = [
    lambda client: client.catalogue.courses().every(),
    lambda client: client.announcements.of("course-math-1"),
    lambda client: client.enrollments.of("course-math-1").every(),
]


@pytest.fixture
async def by_key(sandbox: Sandbox, noon: Clock) -> AsyncIterator[Connect]:
    """Makes clients with a service key and no session."""
    clients: list[Client] = []

    def make(key: str = sandbox.api_key, slug: str = "riverside") -> Client:
        client = Client(
            Deployment(sandbox.base_domain, sandbox.protocol),
            slug,
            service_key=ServiceKey(key),
            clock=noon,
            app=sandbox.app,
            retry=ONCE,
        )
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


async def sections_of(client: Client) -> list[str]:
    classes = (await client.classes.all()).value
    return [section.id for each in classes if isinstance(each.sections, tuple) for section in each.sections]


async def test_every_section_of_every_class_has_a_roster(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)
    sections = await sections_of(client)

    outcomes = {each.key: each.outcome async for each in sweep(sections, client.rosters.of)}

    assert len(sections) > 10
    assert set(outcomes) == set(sections)
    rosters = [outcome for outcome in outcomes.values() if isinstance(outcome, Reading)]
    assert len(rosters) == len(sections)
    students = [entry for reading in rosters for entry in reading.value]
    assert len({entry.student_contact_id for entry in students}) == len(students) > 100
    assert not [entry for entry in students if Unknown.UNREADABLE in (entry.name, entry.roll_number)]


async def test_a_student_is_where_the_record_says(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)

    student = (await client.people.student("c-aarav")).value

    enrolment = student.current_enrolment
    assert enrolment is not None
    assert not isinstance(enrolment, Unknown)
    assert isinstance(enrolment.section_id, str)
    roster = (await client.rosters.of(enrolment.section_id)).value
    assert "c-aarav" in [entry.student_contact_id for entry in roster]


async def test_parents_are_told_with_relation_and_who_comes_first(client_of: ClientOf) -> None:
    parents = (await client_of(TEACHER).parents.of("c-aarav")).value

    assert "c-meera" in [parent.parent_contact_id for parent in parents]
    assert [parent.is_primary for parent in parents].count(True) == 1
    assert not [parent for parent in parents if isinstance(parent.relation, Unknown)]


async def test_the_whole_catalogue_is_read_and_nothing_in_it_is_unreadable(client_of: ClientOf) -> None:
    courses = client_of(PRINCIPAL).catalogue.courses()

    every = await courses.every()

    assert courses.complete
    assert len(every) == courses.total
    for course in every:
        assert Unknown.UNREADABLE not in [getattr(course, name) for name in type(course).model_fields]


async def test_the_catalogue_is_narrowed_by_status_and_words(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)

    drafts = await client.catalogue.courses(status="DRAFT").every()
    maths = await client.catalogue.courses(search="math").every()

    assert {course.status for course in drafts} == {"DRAFT"}
    assert maths
    assert all("math" in f"{course.id} {course.title}".lower() for course in maths)


async def test_every_course_tells_its_announcements_and_enrollments(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)
    courses = [course.id for course in await client.catalogue.courses().every()]

    outcomes = [each async for each in sweep(courses, client.announcements.of)]

    announcements = [
        announcement
        for each in outcomes
        if isinstance(each.outcome, Reading)
        for announcement in each.outcome.value
    ]
    assert len([each for each in outcomes if isinstance(each.outcome, Reading)]) == len(courses)
    assert announcements
    enrollments = client.enrollments.of("course-math-1")
    assert await enrollments.every()
    assert enrollments.complete


async def test_anyone_is_found_by_a_parents_phone(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)
    directory = Directory()
    for section in await sections_of(client):
        directory.add_roster(section, (await client.rosters.of(section)).value)
    for student in ("c-aarav", "c-diya", "c-kabir", "c-anna"):
        parents = (await client.parents.of(student)).value
        directory.add_parents(student, parents)
    meera = directory.guardian("c-meera")
    assert meera is not None
    assert isinstance(meera.mobile, str)

    (found,) = directory.search(meera.mobile)

    assert isinstance(found.person, Guardian)
    assert {pupil.contact_id for pupil in found.pupils} == {"c-aarav", "c-diya", "c-kabir"}


async def test_a_parent_sees_none_of_this(client_of: ClientOf) -> None:
    for email in (MEERA, "aarav.sharma@example.com"):
        client = client_of(email)
        await client.auth.who_am_i()
        for ask in (*AT_OPTICRM, *AT_OPTILEARN):
            with pytest.raises(Forbidden) as caught:
                await ask(client)
            assert type(caught.value) is Forbidden


async def test_a_teacher_gets_nothing_of_another_institution_whatever_ids_are_tried(
    sandbox: Sandbox, client_of: ClientOf, by_key: Connect, noon: Clock
) -> None:
    teacher = client_of(TEACHER)
    await teacher.auth.who_am_i()
    springdale = by_key(slug="springdale")
    sections = set(await sections_of(springdale)) - set(await sections_of(teacher))
    assert sections
    for section in sections:
        with pytest.raises(NotFound):
            await teacher.rosters.of(section)
    for student in ("c-tara", "c-rohan", "c-zoya"):
        for asking in (
            teacher.parents.of(student),
            teacher.people.student(student),
            teacher.fees.of(student),
            teacher.attendance.of(student, *APRIL),
        ):
            with pytest.raises((NotFound, Forbidden)):
                await asking
    token = parse_token(sandbox.account(TEACHER).session_token)
    deployment = Deployment(sandbox.base_domain, sandbox.protocol)
    async with Client(deployment, "springdale", token, clock=noon, app=sandbox.app) as abroad:
        with pytest.raises(TenantMismatch):
            await abroad.classes.all()


async def test_the_key_reads_the_whole_tenant_and_nothing_of_optilearn(by_key: Connect) -> None:
    client = by_key()

    for ask in AT_OPTICRM:
        await ask(client)
    assert (await client.fees.of("c-aarav")).value.outstanding is not Unknown.LEFT_OUT
    assert (await client.attendance.of("c-aarav", *APRIL)).value
    for ask in AT_OPTILEARN:
        with pytest.raises(ApiError):
            await ask(client)


async def test_a_wrong_key_is_refused_without_a_word_about_sessions(by_key: Connect) -> None:
    with pytest.raises(ServiceKeyRefused) as caught:
        await by_key("sk-of-somebody-else").classes.all()

    assert caught.value.code == "AUTH_REQUIRED"


@pytest.mark.parametrize("part", ["classes", "roster", "parents"])
@pytest.mark.parametrize("status", [401, 403, 404, 307])
async def test_a_tenant_that_takes_no_sessions_wants_its_key_and_opens_with_it(
    sandbox: Sandbox, client_of: ClientOf, part: str, status: int
) -> None:
    client = client_of(PRINCIPAL)
    await client.auth.who_am_i()
    ask = dict(zip(["classes", "roster", "parents"], AT_OPTICRM, strict=True))[part]
    if status == 307:
        sandbox.weather.redirect(part)
    else:
        sandbox.weather.answer(part, status=status)

    with pytest.raises((ServiceKeyWanted, NotFound) if status == 404 else ServiceKeyWanted):
        await ask(client)

    sandbox.weather.clear()
    client.use_service_key(ServiceKey(sandbox.api_key))
    await ask(client)


async def test_a_sweep_that_is_closed_leaves_the_client_whole(client_of: ClientOf) -> None:
    client = client_of(PRINCIPAL)
    sections = await sections_of(client)

    async with aclosing(sweep(sections, client.rosters.of)) as outcomes:
        await anext(outcomes)

    assert isinstance((await client.rosters.of(sections[-1])).value, tuple)
