"""Who may see what. The server decides, whatever a client asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"
ABOUT_A_PUPIL = (
    "contact/{}",
    "student/{}",
    "students/{}/fee-status",
    "students/{}/attendance",
)


@pytest.mark.parametrize("path", ABOUT_A_PUPIL)
@pytest.mark.parametrize("stranger_child", ["c-anna", "c-rohan", "c-nobody", "..%2Fc-aarav"])
async def test_a_parent_sees_no_other_familys_child(visitor: Visitor, path: str, stranger_child: str) -> None:
    answer = await visitor.lms(MEERA, path.format(stranger_child))
    assert answer.status_code in {403, 404}
    assert "c-anna" not in answer.text


@pytest.mark.parametrize("path", ABOUT_A_PUPIL)
async def test_a_parent_sees_each_own_child(visitor: Visitor, path: str) -> None:
    for child in ("c-aarav", "c-diya"):
        assert (await visitor.lms(MEERA, path.format(child))).status_code == 200


@pytest.mark.parametrize("child", ["c-anna", "c-rohan", "c-nobody", "c-meera"])
async def test_another_familys_overview_is_forbidden(visitor: Visitor, child: str) -> None:
    answer = await visitor.learn(MEERA, f"parent/children/{child}/overview")
    assert (answer.status_code, code_of(answer)) == (403, "FORBIDDEN")


async def test_the_link_is_resolved_anew_for_each_question(visitor: Visitor, sandbox: Sandbox) -> None:
    overview = "parent/children/c-aarav/overview"
    assert (await visitor.learn(MEERA, overview)).status_code == 200
    children = sandbox.data["riverside"].children["c-meera"]
    del children[0]
    assert code_of(await visitor.learn(MEERA, overview)) == "FORBIDDEN"
    assert code_of(await visitor.lms(MEERA, "students/c-aarav/fee-status")) == "FORBIDDEN"


async def test_a_parent_asks_only_for_their_own_list_of_children(visitor: Visitor) -> None:
    assert (await visitor.lms(MEERA, "parent/c-meera/children")).status_code == 200
    for other in ("c-john", "c-nobody", "c-sunita"):
        assert code_of(await visitor.lms(MEERA, f"parent/{other}/children")) == "FORBIDDEN"


@pytest.mark.parametrize(
    "email", ["aarav.sharma@example.com", "teacher@riverside.example", "guest@example.com"]
)
async def test_whoever_is_not_a_parent_gets_nothing_of_the_parents_part(visitor: Visitor, email: str) -> None:
    for path in ("parent/children", "parent/children/c-aarav/overview"):
        answer = await visitor.learn(email, path)
        assert (answer.status_code, code_of(answer)) == (403, "FORBIDDEN")


async def test_a_student_sees_only_themselves(visitor: Visitor) -> None:
    aarav = "aarav.sharma@example.com"
    assert (await visitor.lms(aarav, "students/c-aarav/attendance")).status_code == 200
    assert code_of(await visitor.lms(aarav, "students/c-diya/attendance")) == "FORBIDDEN"
    assert code_of(await visitor.lms(aarav, "parent/c-meera/children")) == "FORBIDDEN"


async def test_staff_see_their_own_institution(visitor: Visitor) -> None:
    principal = "principal@riverside.example"
    for path in ("contact/c-anna", "student/c-bobby", "students/c-anna/fee-status", "parent/c-john/children"):
        assert (await visitor.lms(principal, path)).status_code == 200
    for path in (
        "contact/c-rohan",
        "student/c-rohan",
        "students/c-rohan/attendance",
        "parent/c-sunita/children",
    ):
        assert code_of(await visitor.lms(principal, path)) == "NOT_FOUND"


async def test_a_stranger_sees_nothing_not_even_themselves(visitor: Visitor) -> None:
    for path in ("contact/c-guest", "contact/c-aarav", "user/u-teacher", "parent/c-guest/children"):
        assert code_of(await visitor.lms("guest@example.com", path)) == "FORBIDDEN"


async def test_a_session_that_names_no_contact_is_told_so(visitor: Visitor, sandbox: Sandbox) -> None:
    token = sandbox.token(MEERA, contactId=None)
    answer = await visitor.get("learn", "/api/parent/children", cookie=f"authjs.session-token={token}")
    assert (answer.status_code, code_of(answer)) == (400, "VALIDATION_ERROR")
