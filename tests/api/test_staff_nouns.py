"""What staff ask for: where it is asked, and what is made of the answers written by hand in `wire/`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from optilearn_tui.api.announcements import ANNOUNCEMENTS
from optilearn_tui.api.catalogue import COURSES
from optilearn_tui.api.classes import CLASSES
from optilearn_tui.api.client import Client
from optilearn_tui.api.enrollments import ENROLLMENTS
from optilearn_tui.api.errors import ApiError, Forbidden, InvalidRequest, NotFound, UnreadableAnswer
from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.parents import PARENTS
from optilearn_tui.api.policy import NO_STORE, REUSE_600
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.rosters import ROSTER
from optilearn_tui.api.tenancy import Deployment
from tests.api.conftest import wire
from tests.api.little_school import LEARN, LittleSchool, Reply, data, failure, html, plain
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

CLASSES_PATH = "/api/lms/classes"
ROSTER_PATH = "/api/lms/sections/sec-8b/students"
PARENTS_PATH = "/api/lms/student/c-aarav/parents"
COURSES_PATH = "/api/courses"
ANNOUNCEMENTS_PATH = "/api/courses/crs-1/announcements"
ENROLLMENTS_PATH = "/api/courses/crs-1/enrollments"

Ask = Callable[[Client, str], Awaitable[object]]


def page(ids: range, **meta: int) -> Reply:
    """A page of courses."""
    rows = [{"id": f"crs-{number}", "title": f"Course {number}"} for number in ids]
    return plain({"data": rows, "error": None, "meta": meta})


def test_every_endpoint_declares_how_long_its_answers_may_be_reused() -> None:
    # PLATFORM.md §5; §6 says nothing of reuse, so nothing is reused.
    assert CLASSES.policy == REUSE_600
    others = (ROSTER, PARENTS, COURSES, ANNOUNCEMENTS, ENROLLMENTS)
    assert [endpoint.policy for endpoint in others] == [NO_STORE] * len(others)


async def test_classes_are_read_with_their_sections(
    school: LittleSchool, client: Client, noon: Clock
) -> None:
    school.answer(CLASSES_PATH, plain(wire("classes")))

    reading = await client.classes.all()

    assert reading.at == noon()
    assert [each.id for each in reading.value] == ["cls-8", "cls-9", "10", "cls-11"]
    assert school.asked[0].query == ""


async def test_classes_of_another_year_are_asked_for_by_its_id(school: LittleSchool, client: Client) -> None:
    school.answer(CLASSES_PATH, data([]))

    await client.classes.all("2025/26 & before")

    assert parse_qs(school.asked[0].query) == {"yearId": ["2025/26 & before"]}


async def test_a_roster_is_read_anew_each_time(school: LittleSchool, client: Client) -> None:
    school.answer(ROSTER_PATH, plain(wire("roster")), data([]))

    assert [entry.roll_number for entry in (await client.rosters.of("sec-8b")).value] == [
        "07",
        "12",
        None,
        LEFT_OUT,
    ]
    assert (await client.rosters.of("sec-8b")).value == ()
    assert len(school.asked) == 2


async def test_a_roster_of_ten_thousand_is_read(school: LittleSchool, client: Client) -> None:
    rows = [
        {"studentContactId": f"contact-{n:08}", "name": "दीया शर्मा", "rollNumber": n} for n in range(10_000)
    ]
    school.answer(ROSTER_PATH, data(rows))

    assert len((await client.rosters.of("sec-8b")).value) == 10_000


async def test_parents_are_read_in_the_servers_order(school: LittleSchool, client: Client) -> None:
    school.answer(PARENTS_PATH, plain(wire("parents")))

    assert [parent.name for parent in (await client.parents.of("c-aarav")).value] == [
        "Meera Sharma",
        "Rohan Sharma",
    ]


async def test_announcements_know_their_course(school: LittleSchool, client: Client) -> None:
    school.answer(ANNOUNCEMENTS_PATH, plain(wire("announcements")), host=LEARN)

    announcements = (await client.announcements.of("crs-1")).value

    assert [(each.id, each.course_id) for each in announcements] == [("ann-1", "crs-1"), ("ann-2", "crs-1")]


async def test_another_courses_announcement_is_refused(school: LittleSchool, client: Client) -> None:
    school.answer(ANNOUNCEMENTS_PATH, data([{"id": "a", "courseId": "crs-2"}]), host=LEARN)

    with pytest.raises(UnreadableAnswer) as caught:
        await client.announcements.of("crs-1")

    assert (caught.value.reason, caught.value.host) == ("shape", LEARN)


async def test_nothing_is_asked_before_the_first_page_is_wanted(school: LittleSchool, client: Client) -> None:
    client.catalogue.courses()
    client.enrollments.of("crs-1")

    assert not school.asked


async def test_the_catalogue_is_read_page_by_page(school: LittleSchool, client: Client) -> None:
    school.answer(
        COURSES_PATH,
        page(range(3), total=7, page=1, perPage=3, totalPages=3),
        page(range(3, 6), total=7, page=2, perPage=3, totalPages=3),
        page(range(6, 7), total=7, page=3, perPage=3, totalPages=3),
        host=LEARN,
    )
    courses = client.catalogue.courses(status="PUBLISHED", search="दीया & co")

    seen = [(len(batch), courses.read, courses.total) async for batch in courses]

    assert seen == [(3, 3, 7), (3, 6, 7), (1, 7, 7)]
    assert courses.complete
    asked = [parse_qs(each.query) for each in school.asked]
    assert [query["page"] for query in asked] == [["1"], ["2"], ["3"]]
    for query in asked:
        assert query["perPage"] == ["100"]
        assert (query["status"], query["search"]) == (["PUBLISHED"], ["दीया & co"])


async def test_the_catalogue_as_written_on_the_wire_is_one_page(school: LittleSchool, client: Client) -> None:
    school.answer(COURSES_PATH, plain(wire("catalogue")), host=LEARN)

    assert [course.id for course in await client.catalogue.courses().every()] == ["crs-1", "crs-2", "crs-3"]
    assert parse_qs(school.asked[0].query) == {"page": ["1"], "perPage": ["100"]}


async def test_paging_numbers_inside_the_data_will_do(school: LittleSchool, client: Client) -> None:
    school.answer(ENROLLMENTS_PATH, plain(wire("enrollments")), host=LEARN)
    enrollments = client.enrollments.of("crs-1")

    assert [each.student_contact_id for each in await enrollments.every()] == ["c-aarav", "c-diya"]
    assert (enrollments.total, enrollments.complete) == (2, True)
    assert len(school.asked) == 1


async def test_a_listing_is_as_old_as_its_oldest_page(school: LittleSchool) -> None:
    start = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
    ticks = iter(range(10))
    school.answer(
        COURSES_PATH,
        page(range(2), total=4, page=1, perPage=2, totalPages=2),
        page(range(2, 4), total=4, page=2, perPage=2, totalPages=2),
        host=LEARN,
    )
    clock = lambda: start + timedelta(seconds=next(ticks))  # noqa: E731

    async with Client(Deployment(), "riverside", jwe(), clock=clock, app=school, retry=ONCE) as client:
        courses = client.catalogue.courses()
        assert courses.at is None
        await courses.every()

    assert courses.at == start


async def test_a_reader_that_stops_early_asks_for_no_further_page(
    school: LittleSchool, client: Client
) -> None:
    school.answer(COURSES_PATH, page(range(3), total=900, page=1, perPage=3, totalPages=300), host=LEARN)

    async with aclosing(aiter(client.catalogue.courses())) as batches:
        await anext(batches)

    assert len(school.asked) == 1


async def test_a_catalogue_that_is_not_open_says_so(school: LittleSchool, client: Client) -> None:
    school.answer(COURSES_PATH, failure("FORBIDDEN", 403), host=LEARN)

    with pytest.raises(Forbidden):
        await client.catalogue.courses().every()


async def test_a_course_that_is_not_there_has_no_enrollments(client: Client) -> None:
    with pytest.raises(NotFound):
        await client.enrollments.of("crs-1").every()


@pytest.mark.parametrize("reply", [html(), data({"page": 1}), data("x"), data([{"title": "no id"}])])
async def test_a_page_that_is_none_is_unreadable_and_its_host_is_known(
    school: LittleSchool, client: Client, reply: Reply
) -> None:
    school.answer(COURSES_PATH, reply, host=LEARN)

    with pytest.raises(UnreadableAnswer) as caught:
        await client.catalogue.courses().every()

    assert caught.value.host == LEARN


@pytest.mark.parametrize("hostile", ["../", "..", ".", "", "a/../../b", "..\\x"])
@pytest.mark.parametrize(
    "ask",
    [
        lambda client, value: client.rosters.of(value),
        lambda client, value: client.parents.of(value),
        lambda client, value: client.announcements.of(value),
        lambda client, value: client.enrollments.of(value).every(),
    ],
)
async def test_no_id_climbs_out_of_its_path(
    school: LittleSchool, client: Client, ask: Ask, hostile: str
) -> None:
    with pytest.raises(InvalidRequest):
        await ask(client, hostile)

    assert school.asked == []


@pytest.mark.parametrize(
    ("ask", "path"),
    [
        (lambda client: client.classes.all(), CLASSES_PATH),
        (lambda client: client.rosters.of("sec-8b"), ROSTER_PATH),
        (lambda client: client.parents.of("c-aarav"), PARENTS_PATH),
    ],
)
@pytest.mark.parametrize("reply", [html(), data(None), data({}), data([{"name": "no id"}])])
async def test_what_is_no_list_of_them_is_an_error_and_never_an_empty_list(
    school: LittleSchool, client: Client, ask: Callable[[Client], Awaitable[object]], path: str, reply: Reply
) -> None:
    school.answer(path, reply)

    with pytest.raises(ApiError):
        await ask(client)
