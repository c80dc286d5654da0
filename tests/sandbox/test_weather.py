"""Bad weather: what is told to fail fails, and only that."""

from __future__ import annotations

import asyncio

import pytest

from optilearn_tui.sandbox import PARTS, Sandbox, UnknownPart, Weather
from tests.sandbox.visitor import Visitor, code_of

MEERA = "meera.sharma@example.com"
OVERVIEW = "parent/children/c-{}/overview"


async def test_one_part_fails_with_a_status_and_the_others_go_on(visitor: Visitor) -> None:
    visitor.sandbox.weather.answer("fees", status=500)
    broken = await visitor.lms(MEERA, "students/c-aarav/fee-status")
    assert (broken.status_code, code_of(broken)) == (500, "INTERNAL_ERROR")
    assert (await visitor.lms(MEERA, "students/c-aarav/attendance")).status_code == 200


async def test_it_may_fail_for_one_child_and_only_so_often(visitor: Visitor) -> None:
    visitor.sandbox.weather.answer("overview", status=503, retry_after=120, contact_id="c-aarav", times=2)
    statuses = [(await visitor.learn(MEERA, OVERVIEW.format("aarav"))).status_code for _ in range(3)]
    assert statuses == [503, 503, 200]
    visitor.sandbox.weather.answer("overview", status=429, retry_after=7, contact_id="c-aarav")
    assert (await visitor.learn(MEERA, OVERVIEW.format("diya"))).status_code == 200
    limited = await visitor.learn(MEERA, OVERVIEW.format("aarav"))
    assert (limited.status_code, limited.headers["retry-after"]) == (429, "7")


@pytest.mark.parametrize(
    ("status", "code"),
    [(402, "FEE_OVERDUE"), (403, "FORBIDDEN"), (404, "NOT_FOUND"), (502, "INTERNAL_ERROR")],
)
async def test_the_code_follows_from_the_status_unless_given(
    visitor: Visitor, status: int, code: str
) -> None:
    weather = visitor.sandbox.weather
    weather.answer("overview", status=status)
    assert code_of(await visitor.learn(MEERA, OVERVIEW.format("diya"))) == code
    weather.answer("overview", status=403, code="ENROLLMENT_REQUIRED")
    assert code_of(await visitor.learn(MEERA, OVERVIEW.format("diya"))) == "ENROLLMENT_REQUIRED"


async def test_auth_fails_in_its_own_words(visitor: Visitor) -> None:
    visitor.sandbox.weather.answer("session", status=500, message="There is a problem")
    answer = await visitor.get("riverside", "/api/auth/session")
    assert (answer.status_code, answer.json()) == (500, {"message": "There is a problem"})


async def test_pages_nothing_nonsense_and_redirects(visitor: Visitor) -> None:
    weather = visitor.sandbox.weather
    weather.html("institution", status=502)
    page = await visitor.get("riverside", "/api/portal/institution")
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html; charset=utf-8")
    weather.empty("institution")
    nothing = await visitor.get("riverside", "/api/portal/institution")
    assert (nothing.status_code, nothing.content) == (200, b"")
    weather.body("institution", '{"name": ')
    assert (await visitor.get("riverside", "/api/portal/institution")).text == '{"name": '
    weather.redirect("institution", location="https://evil.example/")
    away = await visitor.get("riverside", "/api/portal/institution")
    assert (away.status_code, away.headers["location"]) == (307, "https://evil.example/")


async def test_replies_come_in_the_order_the_gates_are_opened(visitor: Visitor) -> None:
    weather = visitor.sandbox.weather
    first, second = (weather.hold("overview", contact_id=f"c-{name}") for name in ("aarav", "diya"))
    arrived: list[str] = []

    async def ask(name: str) -> None:
        answer = await visitor.learn(MEERA, OVERVIEW.format(name))
        arrived.append(answer.json()["data"]["child"]["contactId"])

    async with asyncio.TaskGroup() as group:
        late = group.create_task(ask("aarav"))
        early = group.create_task(ask("diya"))
        await first.reached()
        await second.reached()
        second.release()
        await early
        assert not late.done()
        first.release()
    assert arrived == ["c-diya", "c-aarav"]


async def test_an_open_gate_holds_nobody_and_clearing_opens_gates(visitor: Visitor) -> None:
    weather = visitor.sandbox.weather
    gate = weather.hold("overview")
    assert not gate.is_reached
    gate.release()
    assert (await visitor.learn(MEERA, OVERVIEW.format("diya"))).status_code == 200
    assert gate.is_reached
    held = weather.hold("overview")
    waiting = asyncio.create_task(visitor.learn(MEERA, OVERVIEW.format("diya")))
    await held.reached()
    weather.clear()
    assert (await waiting).status_code == 200


async def test_a_held_request_may_fail_in_the_end(visitor: Visitor) -> None:
    weather = visitor.sandbox.weather
    gate = weather.hold("fees")
    weather.answer("fees", status=500)
    waiting = asyncio.create_task(visitor.lms(MEERA, "students/c-aarav/fee-status"))
    await gate.reached()
    gate.release()
    assert (await waiting).status_code == 500


async def test_one_part_can_be_cleared_alone(visitor: Visitor) -> None:
    weather = visitor.sandbox.weather
    weather.answer("fees", status=500)
    weather.answer("attendance", status=500)
    weather.clear("fees")
    assert (await visitor.lms(MEERA, "students/c-aarav/fee-status")).status_code == 200
    assert (await visitor.lms(MEERA, "students/c-aarav/attendance")).status_code == 500


async def test_everything_can_fail_at_once(visitor: Visitor) -> None:
    visitor.sandbox.weather.answer("*", status=503)
    assert (await visitor.get("riverside", "/api/auth/session")).status_code == 503
    assert (await visitor.learn(MEERA, "parent/children")).status_code == 503


async def test_a_delay_of_no_time_changes_nothing(visitor: Visitor) -> None:
    visitor.sandbox.weather.delay(0.001)
    assert (await visitor.learn(MEERA, "parent/children")).status_code == 200


@pytest.mark.parametrize(
    ("trouble", "status"), [("500", 500), ("404", 404), ("html", 200), ("empty", 200), ("redirect", 307)]
)
async def test_a_trouble_can_be_told_by_its_word(visitor: Visitor, trouble: str, status: int) -> None:
    visitor.sandbox.weather.fail("overview", trouble)
    assert (await visitor.learn(MEERA, OVERVIEW.format("diya"))).status_code == status


@pytest.mark.parametrize(
    ("part", "trouble"), [("overviews", "500"), ("fees", "200"), ("fees", "rain"), ("fees", "")]
)
def test_an_unknown_part_or_trouble_is_named(part: str, trouble: str) -> None:
    with pytest.raises(UnknownPart) as raised:
        Weather().fail(part, trouble)
    assert raised.value.part in {part, trouble}


async def test_every_part_can_be_hit(visitor: Visitor, sandbox: Sandbox) -> None:
    paths = {
        "institution": ("riverside", "/api/portal/institution"),
        "csrf": ("riverside", "/api/auth/csrf"),
        "providers": ("learn", "/api/auth/providers"),
        "session": ("learn", "/api/auth/session"),
        "sign-out": ("learn", "/api/auth/signout"),
        "children": ("riverside", "/api/lms/parent/c-meera/children"),
        "my-children": ("learn", "/api/parent/children"),
        "overview": ("learn", "/api/parent/children/c-diya/overview"),
        "fees": ("riverside", "/api/lms/students/c-diya/fee-status"),
        "attendance": ("riverside", "/api/lms/students/c-diya/attendance"),
        "contact": ("riverside", "/api/lms/contact/c-diya"),
        "student": ("riverside", "/api/lms/student/c-diya"),
        "user": ("riverside", "/api/lms/user/u-teacher"),
        "classes": ("riverside", "/api/lms/classes"),
        "roster": ("riverside", "/api/lms/sections/section-8-B/students"),
        "parents": ("riverside", "/api/lms/student/c-diya/parents"),
        "courses": ("learn", "/api/courses"),
        "announcements": ("learn", "/api/courses/course-math-8/announcements"),
        "enrollments": ("learn", "/api/courses/course-math-8/enrollments"),
    }
    assert {*paths, "sign-in"} == set(PARTS)
    for part, (place, path) in paths.items():
        sandbox.weather.clear()
        sandbox.weather.answer(part, status=418)
        assert (await visitor.get(place, path)).status_code == 418


async def test_a_sign_in_can_fail_for_the_servers_own_reasons(visitor: Visitor) -> None:
    visitor.sandbox.weather.answer("sign-in", status=500)
    assert (await visitor.sign_in(MEERA)).status_code == 500


async def test_visits_are_counted_without_any_credential(visitor: Visitor, sandbox: Sandbox) -> None:
    await visitor.learn(MEERA, OVERVIEW.format("diya"))
    (visit,) = sandbox.visits
    assert (visit.part, visit.contact_id, visit.method, visit.host) == (
        "overview",
        "c-diya",
        "GET",
        "learn.localhost",
    )
    assert sandbox.parent().session_token not in repr(visit)


async def test_a_visit_tells_what_it_was_about_and_its_query(visitor: Visitor, sandbox: Sandbox) -> None:
    principal = "principal@riverside.example"
    await visitor.lms(principal, "sections/section-8-B/students")
    await visitor.learn(principal, "courses/course-math-8/enrollments?page=2&perPage=50")
    told = [(visit.part, visit.contact_id, visit.subject, visit.query) for visit in sandbox.visits]
    assert told == [
        ("roster", None, "section-8-B", ""),
        ("enrollments", None, "course-math-8", "page=2&perPage=50"),
    ]


async def test_one_section_can_be_held_while_the_others_answer(visitor: Visitor) -> None:
    gate = visitor.sandbox.weather.hold("roster", contact_id="section-8-B")
    waiting = asyncio.create_task(visitor.by_key("sections/section-8-B/students"))
    await gate.reached()
    assert (await visitor.by_key("sections/section-8-A/students")).status_code == 200
    gate.release()
    assert (await waiting).status_code == 200
