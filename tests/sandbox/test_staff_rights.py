"""What staff may see, role by role, and that it ends at their own school. `rights` has the table."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import SESSION, Visitor, code_of, set_cookies

if TYPE_CHECKING:
    import httpx

    from optilearn_tui.sandbox import Sandbox

TEACHER = "teacher@riverside.example"
PRINCIPAL = "principal@riverside.example"
FEES = "students/c-8-B-07/fee-status"
ON_THE_TENANT = (
    "classes",
    "sections/section-8-B/students",
    "student/c-aarav/parents",
    "student/c-8-B-07/parents",
)
ON_LEARN = ("courses", "courses/course-math-8/announcements", "courses/course-math-8/enrollments")
ABOUT_A_PUPIL = ("contact/{}", "student/{}", "student/{}/parents", "students/{}/attendance")
READ_FEES = ("INSTITUTION_ADMIN", "SUPER_ADMIN", "PRINCIPAL", "FINANCE", "ADMISSIONS", "finance")
DO_NOT = ("HOD", "TEACHER", "INSTRUCTOR", "LIBRARIAN", "JANITOR")


async def as_role(visitor: Visitor, role: str, path: str) -> httpx.Response:
    """GET below `/api/lms` of Riverside as somebody of this role."""
    cookie = f"{SESSION}={visitor.sandbox.token(TEACHER, role=role)}"
    return await visitor.get("riverside", f"/api/lms/{path}", cookie=cookie, x_institution_slug="riverside")


@pytest.mark.parametrize("role", [*READ_FEES, *DO_NOT])
async def test_every_role_reads_classes_rosters_parents_and_attendance(visitor: Visitor, role: str) -> None:
    for path in (*ON_THE_TENANT, *(path.format("c-8-B-07") for path in ABOUT_A_PUPIL)):
        assert (await as_role(visitor, role, path)).status_code == 200
    token = visitor.sandbox.token(TEACHER, role=role)
    for path in ON_LEARN:
        answer = await visitor.get("learn", f"/api/{path}", cookie=f"{SESSION}={token}")
        assert answer.status_code == 200


@pytest.mark.parametrize("role", READ_FEES)
async def test_some_roles_read_fees(visitor: Visitor, role: str) -> None:
    assert (await as_role(visitor, role, FEES)).status_code == 200


@pytest.mark.parametrize("role", DO_NOT)
async def test_the_other_roles_read_no_fees_and_do_not_learn_whose_there_are(
    visitor: Visitor, role: str
) -> None:
    for pupil in ("c-8-B-07", "c-aarav", "c-kabir", "c-nobody"):
        answer = await as_role(visitor, role, f"students/{pupil}/fee-status")
        assert (answer.status_code, code_of(answer)) == (403, "FORBIDDEN")


@pytest.mark.parametrize("role", ["finance", "librarian", "principal", "teacher"])
async def test_somebody_of_this_role_can_sign_in(visitor: Visitor, role: str) -> None:
    (email,) = [
        one.email for one in visitor.sandbox.accounts if (one.role, one.institution) == (role, "riverside")
    ]
    assert not set_cookies(await visitor.sign_in(email, provider="staff"))[SESSION].is_cleared
    expected = 200 if role.upper() in READ_FEES else 403
    assert (await visitor.lms(email, FEES)).status_code == expected


async def test_the_service_key_reads_all_of_it(visitor: Visitor) -> None:
    for path in (*ON_THE_TENANT, FEES, *(path.format("c-8-B-07") for path in ABOUT_A_PUPIL)):
        assert (await visitor.by_key(path)).status_code == 200


@pytest.mark.parametrize(
    "email",
    ["meera.sharma@example.com", "aarav.sharma@example.com", "guest@example.com", "nadia.ali@example.com"],
)
async def test_parents_students_and_strangers_see_none_of_it(visitor: Visitor, email: str) -> None:
    answers = [await visitor.lms(email, path) for path in ON_THE_TENANT]
    answers += [await visitor.learn(email, path) for path in ON_LEARN]
    assert {(answer.status_code, code_of(answer)) for answer in answers} == {(403, "FORBIDDEN")}


async def test_no_claim_of_a_role_makes_a_parent_staff(visitor: Visitor) -> None:
    token = visitor.sandbox.token("meera.sharma@example.com", role="PRINCIPAL")
    for path in ON_LEARN:
        answer = await visitor.get("learn", f"/api/{path}", cookie=f"{SESSION}={token}")
        assert code_of(answer) == "FORBIDDEN"


async def test_without_a_credential_there_is_nothing(visitor: Visitor) -> None:
    for path in ON_THE_TENANT:
        answer = await visitor.get("riverside", f"/api/lms/{path}", x_institution_slug="riverside")
        assert code_of(answer) == "AUTH_REQUIRED"
    for path in ON_LEARN:
        assert (await visitor.get("learn", f"/api/{path}")).status_code == 307
        key = f"Bearer {visitor.sandbox.api_key}"
        assert (await visitor.get("learn", f"/api/{path}", authorization=key)).status_code == 307


async def test_another_school_is_closed_whatever_is_asked_there(visitor: Visitor) -> None:
    paths = (
        "classes",
        "sections/section-spv-7-a/students",
        "student/c-rohan/parents",
        "user/u-springdale-teacher",
    )
    for email in (TEACHER, PRINCIPAL):
        for path in paths:
            answer = await visitor.lms(email, path, at="springdale")
            assert (answer.status_code, code_of(answer)) == (403, "TENANT_MISMATCH")


def foreign_ids(sandbox: Sandbox) -> dict[str, list[str]]:
    """Ids of the other school, by what they are."""
    other = sandbox.data["springdale"]
    return {
        "contact": [*islice(other.students, 40), *islice(other.children, 40)],
        "section": list(other.rosters),
        "course": list(other.courses),
        "user": list(other.users),
    }


async def test_no_id_of_another_school_tells_anything_at_ones_own(visitor: Visitor, sandbox: Sandbox) -> None:
    ids = foreign_ids(sandbox)
    paths = [path.format(one) for one in ids["contact"] for path in (*ABOUT_A_PUPIL, "parent/{}/children")]
    paths += [f"sections/{one}/students" for one in ids["section"]] + [f"user/{one}" for one in ids["user"]]
    answers = [await visitor.lms(PRINCIPAL, path) for path in paths]
    answers += [await visitor.learn(PRINCIPAL, f"courses/{one}/enrollments") for one in ids["course"]]
    answers += [await visitor.learn(PRINCIPAL, f"courses/{one}/announcements") for one in ids["course"]]
    assert {(answer.status_code, code_of(answer)) for answer in answers} == {(404, "NOT_FOUND")}


async def test_learn_takes_the_school_from_the_session_alone(visitor: Visitor) -> None:
    cookie = visitor.cookie("teacher@springdale.example")
    answer = await visitor.get(
        "learn", "/api/courses?perPage=100", cookie=cookie, x_institution_slug="riverside"
    )
    assert {row["id"].startswith("course-hi-") for row in answer.json()["data"]} == {True}


async def test_a_school_may_want_the_service_key_from_its_staff(visitor: Visitor, sandbox: Sandbox) -> None:
    sandbox.key_only.add("riverside")
    for path in (*ON_THE_TENANT, FEES, "student/c-aarav"):
        refused = await visitor.lms(PRINCIPAL, path)
        assert (refused.status_code, code_of(refused)) == (403, "FORBIDDEN")
        assert (await visitor.by_key(path)).status_code == 200
    assert (await visitor.learn(PRINCIPAL, "courses")).status_code == 200
    assert (await visitor.lms("meera.sharma@example.com", "parent/c-meera/children")).status_code == 200
    assert (await visitor.lms("principal@springdale.example", "classes")).status_code == 200


async def test_weather_may_refuse_a_session_just_as_well(visitor: Visitor, sandbox: Sandbox) -> None:
    sandbox.weather.answer("classes", status=403)
    assert code_of(await visitor.lms(PRINCIPAL, "classes")) == "FORBIDDEN"
    assert (await visitor.lms(PRINCIPAL, "sections/section-8-B/students")).status_code == 200
