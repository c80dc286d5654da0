"""Each noun's endpoint: where it is asked, and what it makes of the answer written by hand in `wire/`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.attendance import ATTENDANCE, AttendanceDay
from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.children import BRIDGE, PROXY, Child
from optilearn_tui.api.client import Client
from optilearn_tui.api.courses import Course, NextLesson
from optilearn_tui.api.errors import ApiError, InvalidRequest, NotFound, UnreadableAnswer
from optilearn_tui.api.fees import FEE_STATUS, FeeRecord
from optilearn_tui.api.gamification import Badge, Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.institution import INSTITUTION, Institution
from optilearn_tui.api.live_classes import LiveClass, LiveClasses
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.overview import OVERVIEW
from optilearn_tui.api.people import CONTACT, STUDENT, USER, Contact, CurrentEnrolment, Student, User
from optilearn_tui.api.policy import NO_STORE, REUSE_300, SNAPSHOT
from optilearn_tui.api.upcoming import Assignment
from tests.api.conftest import wire
from tests.api.little_school import LEARN, LittleSchool, Reply, data, failure, html, plain
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

BRIDGE_PATH = "/api/lms/parent/c-meera/children"
PROXY_PATH = "/api/parent/children"

Ask = Callable[[Client, str], Awaitable[object]]


def utc(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_every_endpoint_declares_how_long_its_answers_may_be_reused() -> None:
    # PLATFORM.md §5 and §6.
    assert [endpoint.policy for endpoint in (BRIDGE, PROXY, FEE_STATUS)] == [NO_STORE] * 3
    assert OVERVIEW.policy == SNAPSHOT
    assert [endpoint.policy for endpoint in (CONTACT, STUDENT, USER, ATTENDANCE, INSTITUTION)] == [
        REUSE_300
    ] * 5
    assert not NO_STORE.may_store


async def test_children_come_from_the_tenant_in_the_servers_order(
    school: LittleSchool, client: Client, noon: Clock
) -> None:
    school.answer(BRIDGE_PATH, plain(wire("children_bridge")))

    reading = await client.children.mine()

    aarav, diya, kabir = reading.value
    assert reading.at == noon()
    assert aarav == Child(
        student_id="s-1",
        contact_id="c-aarav",
        name="Aarav Sharma",
        email="aarav@example.com",
        student_code="RPS-0801",
        class_name="8",
        section="B",
        photo_url=None,
        status="ACTIVE",
        relation="MOTHER",
        is_primary=False,
    )
    assert (diya.name, diya.email, diya.is_primary) == ("दीया शर्मा", None, True)
    assert (kabir.name, kabir.class_name) == ("Kabir [KD] Sharma [/]", Unknown.LEFT_OUT)
    await client.children.mine()
    assert school.paths() == [
        "GET riverside.opticrm.app /api/auth/session",
        f"GET riverside.opticrm.app {BRIDGE_PATH}",
        f"GET riverside.opticrm.app {BRIDGE_PATH}",
    ]


@pytest.mark.parametrize("refusal", [html(401), failure("FORBIDDEN", 403), html(404), html(302)])
async def test_where_the_tenant_refuses_optilearn_is_asked_and_remembered(
    school: LittleSchool, client: Client, refusal: Reply
) -> None:
    school.answer(BRIDGE_PATH, refusal)
    school.answer(PROXY_PATH, plain(wire("children_proxy")), host=LEARN)

    first = await client.children.mine()
    second = await client.children.mine()

    assert first.value == second.value
    assert first.value[0].institution_id == "inst-1"
    assert school.paths().count(f"GET riverside.opticrm.app {BRIDGE_PATH}") == 1
    assert school.paths().count(f"GET learn.opticrm.app {PROXY_PATH}") == 2


@pytest.mark.parametrize("trouble", [html(500), html(), data([{"name": "no id"}]), data({"children": []})])
async def test_trouble_at_the_tenant_is_not_a_refusal(
    school: LittleSchool, client: Client, trouble: Reply
) -> None:
    school.answer(BRIDGE_PATH, trouble)

    with pytest.raises(ApiError):
        await client.children.mine()

    assert not any(asked.host == LEARN for asked in school.asked)


async def test_a_door_that_opened_once_is_not_left_for_the_other(
    school: LittleSchool, client: Client
) -> None:
    school.answer(BRIDGE_PATH, data([]), html(404))
    school.answer(PROXY_PATH, plain(wire("children_proxy")), host=LEARN)

    assert (await client.children.mine()).value == ()
    with pytest.raises(NotFound):
        await client.children.mine()


async def test_without_a_contact_id_optilearn_is_asked_at_once(school: LittleSchool, client: Client) -> None:
    school.answer("/api/auth/session", plain({"user": {"name": "Meera"}}))
    school.answer(PROXY_PATH, plain(wire("children_proxy")), host=LEARN)

    assert len((await client.children.mine()).value) == 1
    assert school.paths()[1:] == [f"GET learn.opticrm.app {PROXY_PATH}"]


async def test_the_next_account_is_shown_the_door_anew(school: LittleSchool, client: Client) -> None:
    school.answer(BRIDGE_PATH, html(404), data([]))
    school.answer(PROXY_PATH, plain(wire("children_proxy")), host=LEARN)
    await client.children.mine()

    client.session.start(jwe("another"))
    await client.children.mine()

    assert school.paths()[-1] == f"GET riverside.opticrm.app {BRIDGE_PATH}"


async def test_an_overview_is_read_part_by_part(school: LittleSchool, client: Client) -> None:
    school.answer("/api/parent/children/c-aarav/overview", plain(wire("overview")), host=LEARN)

    overview = (await client.overview.of("c-aarav")).value

    assert isinstance(overview.child, Child)
    assert overview.child.name == "Aarav Sharma"
    assert overview.courses == (
        Course(
            enrollment_id="e-1",
            course_id="crs-1",
            course_title="Mathematics 8",
            thumbnail_url=None,
            progress=62.5,
            status="ACTIVE",
            final_score=None,
            passed=None,
            last_accessed_at=utc(4, 14, 13, 5),
            total_lessons=24,
            completed_lessons=15,
            completed_at=None,
            next_lesson=NextLesson(title="Squares and roots", available_at=utc(4, 20, 3, 30), locked=True),
        ),
        Course(
            enrollment_id="e-2",
            course_id="crs-2",
            course_title="Hindi",
            progress=100,
            status="COMPLETED",
            final_score=91,
            passed=True,
            total_lessons=10,
            completed_lessons=10,
            completed_at=utc(3, 30, 10),
            next_lesson=None,
        ),
    )
    assert overview.recent_grades == (
        Grade(
            submission_id="sub-1",
            title="Fractions",
            course_title="Mathematics 8",
            score=42,
            max_score=50,
            percentage=84,
            passed=True,
            graded_at=utc(4, 13, 9),
            feedback="Well done.\nMind the units.",
        ),
    )
    assert overview.upcoming == (
        Assignment(
            assignment_id="a-1",
            title="Essay",
            course_title="English",
            due_at=utc(4, 17, 18, 29),
            submitted=False,
        ),
    )
    assert overview.live_classes == LiveClasses(
        attended_this_month=7,
        missed_this_month=1,
        upcoming=(
            LiveClass(
                id="lc-1",
                title="Doubts",
                course_title="Mathematics 8",
                starts_at=utc(4, 16, 10, 30),
                ends_at=utc(4, 16, 11, 15),
            ),
        ),
    )
    assert overview.gamification == Gamification(
        current_streak=4,
        longest_streak=11,
        total_points=1250,
        badges=(Badge(name="Early bird", icon="🐦", earned_at=utc(2, 1)),),
    )
    assert overview.certificates == (
        Certificate(
            certificate_number="CERT-2026-0001",
            course_title="Hindi",
            issued_at=utc(3, 31, 5),
            pdf_url="https://learn.opticrm.app/certificates/CERT-2026-0001.pdf",
            verify_url="https://learn.opticrm.app/verify/CERT-2026-0001",
            revoked=False,
        ),
    )


async def test_an_overview_of_another_child_is_refused(school: LittleSchool, client: Client) -> None:
    school.answer("/api/parent/children/c-diya/overview", plain(wire("overview")), host=LEARN)

    with pytest.raises(UnreadableAnswer) as caught:
        await client.overview.of("c-diya")

    assert (caught.value.reason, caught.value.host) == ("shape", LEARN)


async def test_an_overview_that_does_not_name_its_child_is_taken(
    school: LittleSchool, client: Client
) -> None:
    school.answer("/api/parent/children/c-kabir/overview", data({"courses": []}), host=LEARN)

    overview = (await client.overview.of("c-kabir")).value

    assert overview.courses == ()
    assert overview.child is Unknown.LEFT_OUT


async def test_fees_are_read(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/students/c-1/fee-status", plain(wire("fee_status")))

    assert (await client.fees.of("c-1")).value == FeeRecord(
        status="PARTIAL", outstanding=12500.5, due_date=date(2026, 4, 30)
    )


async def test_no_fee_record_is_not_found_and_never_paid(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/students/c-1/fee-status", failure("NOT_FOUND", 404))

    with pytest.raises(NotFound):
        await client.fees.of("c-1")


async def test_attendance_is_asked_for_a_period(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/students/c-1/attendance", plain(wire("attendance")))

    reading = await client.attendance.of("c-1", date(2026, 4, 1), date(2026, 4, 30))

    assert school.asked[0].query == "from=2026-04-01&to=2026-04-30"
    assert reading.value == (
        AttendanceDay(date=date(2026, 4, 13), status="PRESENT"),
        AttendanceDay(date=date(2026, 4, 14), status="LATE", note="Bus"),
        AttendanceDay(date=utc(4, 15), status="EXCUSED", note=None),
    )


async def test_people_are_read(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/contact/c-meera", plain(wire("contact")))
    school.answer("/api/lms/student/c-aarav", plain(wire("student")))
    school.answer("/api/lms/user/u-7", plain(wire("user")))

    assert (await client.people.contact("c-meera")).value == Contact(
        id="c-meera",
        first_name="Meera",
        last_name="Sharma",
        email="meera@example.com",
        contact_type="CONTACT_PARENT",
        status="ACTIVE",
    )
    assert (await client.people.student("c-aarav")).value == Student(
        id="s-1",
        contact_id="c-aarav",
        first_name="Aarav",
        last_name="Sharma",
        student_code="RPS-0801",
        current_enrolment=CurrentEnrolment(
            class_id="cls-8", class_name="8", section_id="sec-8b", section_name="B"
        ),
    )
    assert (await client.people.user("u-7")).value == User(
        id="u-7", first_name="Anita", last_name="Rao", email="anita@riverside.example", role="TEACHER"
    )


@pytest.mark.parametrize(
    "reply", [html(500), html(), html(404), failure("FORBIDDEN", 403), plain(wire("contact"))]
)
async def test_an_optional_name_costs_nothing_when_it_is_missing(
    school: LittleSchool, client: Client, reply: Reply
) -> None:
    for path in ("contact", "student", "user"):
        school.answer(f"/api/lms/{path}/x-1", reply)

    assert await client.people.get_optional_contact("x-1") is None
    assert await client.people.get_optional_student("x-1") is None
    assert await client.people.get_optional_user("x-1") is None


async def test_an_optional_name_is_given_when_it_is_there(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/contact/c-meera", plain(wire("contact")))
    school.answer("/api/lms/student/c-aarav", plain(wire("student")))
    school.answer("/api/lms/user/u-7", plain(wire("user")))

    found = [
        await client.people.get_optional_contact("c-meera"),
        await client.people.get_optional_student("c-aarav"),
        await client.people.get_optional_user("u-7"),
    ]

    assert [person and person.first_name for person in found] == ["Meera", "Aarav", "Anita"]


async def test_somebody_elses_record_is_refused(school: LittleSchool, client: Client) -> None:
    school.answer("/api/lms/contact/c-2", plain(wire("contact")))

    with pytest.raises(UnreadableAnswer):
        await client.people.contact("c-2")


async def test_an_institution_is_looked_up_by_anybody(school: LittleSchool, client: Client) -> None:
    school.answer("/api/portal/institution", plain(wire("institution")))

    assert (await client.institution.look_up()).value == Institution(
        name="Riverside Public School", slug="riverside", logo_url="https://riverside.opticrm.app/logo.png"
    )


@pytest.mark.parametrize("reply", [plain({}), plain({"name": "Springdale", "slug": "springdale"}), html()])
async def test_what_is_not_the_institution_asked_is_refused(
    school: LittleSchool, client: Client, reply: Reply
) -> None:
    school.answer("/api/portal/institution", reply)

    with pytest.raises(UnreadableAnswer):
        await client.institution.look_up()


@pytest.mark.parametrize("hostile", ["../", "..", ".", "", "a/../../b", "..\\x"])
@pytest.mark.parametrize(
    "ask",
    [
        lambda client, value: client.overview.of(value),
        lambda client, value: client.fees.of(value),
        lambda client, value: client.attendance.of(value, date(2026, 4, 1), date(2026, 4, 30)),
        lambda client, value: client.people.contact(value),
        lambda client, value: client.people.student(value),
        lambda client, value: client.people.user(value),
    ],
)
async def test_no_id_climbs_out_of_its_path(
    school: LittleSchool, client: Client, ask: Ask, hostile: str
) -> None:
    with pytest.raises(InvalidRequest):
        await ask(client, hostile)

    assert school.asked == []


async def test_nor_does_the_contact_id_of_the_session(school: LittleSchool, client: Client) -> None:
    school.answer("/api/auth/session", plain({"user": {"contactId": "../../admin"}}))

    with pytest.raises(InvalidRequest):
        await client.children.mine()

    assert len(school.asked) == 1
