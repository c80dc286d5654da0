"""Accounts that are not what they should be, and credentials that are not taken everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.doctor import Check, Result
from optilearn_tui.doctor.words import worded
from tests.doctor.examined import AARAV, MEERA, PRINCIPAL, Machine, skipped_because_of, wrong_in

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox

SEALED = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..c2FsdA.c2VhbGVk.dGFn"
"""The shape of a JWE; nobody can open it."""


async def test_a_parent_has_everything_in_order(machine: Machine) -> None:
    machine.sign_in(MEERA)

    found = await machine.examined()

    assert wrong_in(found) == {}
    assert found[Check.PERSON].reason == "parent"
    assert found[Check.SESSION_AT_SCHOOL].result is Result.OK
    assert found[Check.SESSION_AT_LEARN].result is Result.OK
    assert found[Check.CHILDREN].evidence == {
        "source": "school",
        "count": 3,
        "contactIds": ["c-aarav", "c-diya", "c-kabir"],
    }


async def test_a_member_of_staff_has_everything_in_order(machine: Machine) -> None:
    machine.sign_in(PRINCIPAL)

    found = await machine.examined()

    assert wrong_in(found) == {}
    assert found[Check.PERSON].reason == "staff"
    assert found[Check.CHILDREN].reason == "not-a-parent"


async def test_a_students_account_is_named(machine: Machine) -> None:
    machine.sign_in(AARAV)

    found = await machine.examined()

    assert wrong_in(found) == {Check.PERSON: "student"}
    assert skipped_because_of(Check.PERSON, found) == {Check.CHILDREN}


async def test_an_account_of_no_known_kind_is_named(machine: Machine) -> None:
    machine.sign_in("guest@example.com")

    found = await machine.examined()

    assert found[Check.PERSON].reason == "stranger"
    assert found[Check.PERSON].result is Result.FAILED


async def test_a_parent_without_a_contact_is_named(machine: Machine, school: LiveSandbox) -> None:
    machine.hold(school.sandbox.token(MEERA, contactId=None))

    found = await machine.examined()

    assert wrong_in(found) == {
        Check.PERSON: "no-contact-id",
        Check.SESSION_AT_LEARN: "no-contact-id",
        Check.CHILDREN: "declined",
    }
    assert "link the account to a contact" in worded(found[Check.PERSON]).next_step


async def test_a_school_that_hides_who_its_people_are_is_told_what_to_show(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.hold(SEALED)
    school.sandbox.weather.body("session", '{"user": {"name": "Meera", "email": "meera@example.com"}}')

    found = await machine.examined()

    assert (found[Check.PERSON].result, found[Check.PERSON].reason) == (Result.FAILED, "claims-hidden")
    assert "contactType" in worded(found[Check.PERSON]).next_step


async def test_a_school_that_takes_no_parents_session_leaves_the_children_to_optilearn(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.sign_in(MEERA)
    school.sandbox.weather.answer("children", status=403)

    found = await machine.examined()

    assert wrong_in(found) == {}
    assert (found[Check.SESSION_AT_SCHOOL].result, found[Check.SESSION_AT_SCHOOL].reason) == (
        Result.WARNING,
        "not-taken",
    )
    assert found[Check.CHILDREN].evidence["source"] == "learn"


async def test_a_session_that_the_school_calls_another_ones_is_no_warning(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.sign_in(MEERA)
    school.sandbox.weather.answer("children", status=403, code="TENANT_MISMATCH")

    found = await machine.examined()

    reasons = {Check.SESSION_AT_SCHOOL: "other-institution", Check.CHILDREN: "other-institution"}
    assert wrong_in(found) == reasons


async def test_a_bridge_that_fails_is_the_schools_matter(machine: Machine, school: LiveSandbox) -> None:
    machine.sign_in(MEERA)
    school.sandbox.weather.answer("my-children", status=500)

    found = await machine.examined()

    assert wrong_in(found) == {Check.SESSION_AT_LEARN: "bridge-failure"}


async def test_a_parent_of_nobody_is_told_whom_to_ask(machine: Machine, school: LiveSandbox) -> None:
    machine.sign_in(MEERA)
    school.sandbox.data["riverside"].children["c-meera"] = []

    found = await machine.examined()

    assert (found[Check.CHILDREN].result, found[Check.CHILDREN].reason) == (Result.WARNING, "none-linked")
    assert "office" in worded(found[Check.CHILDREN]).next_step


async def test_staff_at_a_school_that_wants_its_key_are_told_so(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.sign_in(PRINCIPAL)
    school.sandbox.key_only.add("riverside")

    found = await machine.examined()

    assert wrong_in(found) == {Check.SESSION_AT_SCHOOL: "key-wanted"}
    assert "OPTICRM_API_KEY" in str(worded(found[Check.SESSION_AT_SCHOOL]))


async def test_a_wrong_service_key_is_named(machine: Machine) -> None:
    machine.use_key("hunter2-hunter2-hunter2")

    found = await machine.examined()

    assert wrong_in(found) == {Check.KEY_AT_SCHOOL: "wrong-key"}
    assert "hunter2" not in repr(found)


async def test_another_schools_service_key_is_named(machine: Machine, school: LiveSandbox) -> None:
    machine.use_key()
    school.sandbox.weather.answer("classes", status=403, code="TENANT_MISMATCH")

    found = await machine.examined()

    assert wrong_in(found) == {Check.KEY_AT_SCHOOL: "other-institution"}
    assert "for another institution" in worded(found[Check.KEY_AT_SCHOOL]).sentence


@pytest.mark.parametrize(
    ("parent", "student", "reason"),
    [
        ("c-meera", "c-aarav", "linked"),
        ("c-meera", "c-zoya", "no-such-student"),
        ("c-nobody", "c-aarav", "no-such-parent"),
        ("c-aarav", "c-meera", "swapped"),
        ("..", "c-aarav", "no-such-parent"),
    ],
)
async def test_a_link_is_looked_at_from_both_sides(
    machine: Machine, parent: str, student: str, reason: str
) -> None:
    machine.use_key()

    found = await machine.examined(parent, student)

    assert found[Check.LINK].reason == reason
    assert found[Check.LINK].result is (Result.OK if reason == "linked" else Result.FAILED)


async def test_two_who_are_not_linked_are_told_so(machine: Machine, school: LiveSandbox) -> None:
    machine.use_key()
    register = school.sandbox.data["riverside"]
    stranger = next(
        each for each, rows in register.children.items() if rows and each not in {"c-meera", "c-rajiv"}
    )

    found = await machine.examined(stranger, "c-aarav")

    assert found[Check.LINK].reason == "not-linked"
    assert stranger in worded(found[Check.LINK]).sentence


async def test_a_link_that_only_one_side_knows_is_named_by_that_side(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.use_key()
    register = school.sandbox.data["riverside"]
    rows = register.children["c-meera"]
    register.children["c-meera"] = [row for row in rows if row["contactId"] != "c-aarav"]

    found = await machine.examined("c-meera", "c-aarav")

    assert found[Check.LINK].reason == "only-from-student"
    assert "does not see this child" in worded(found[Check.LINK]).sentence
    assert "c-aarav" not in str(found[Check.LINK].evidence["childrenOfParent"])

    register.children["c-meera"] = rows
    register.parents["c-aarav"] = []

    found = await machine.examined("c-meera", "c-aarav")

    assert found[Check.LINK].reason == "only-from-parent"


async def test_a_student_id_is_told_from_a_contact_id(machine: Machine, school: LiveSandbox) -> None:
    machine.use_key()
    row = school.sandbox.data["riverside"].children["c-meera"][0]

    found = await machine.examined("c-meera", str(row["studentId"]))

    assert found[Check.LINK].reason == "student-id-given"
    assert f"--student {row['contactId']}" in worded(found[Check.LINK]).next_step


async def test_a_member_of_staff_may_ask_about_a_link_and_a_parent_may_not(machine: Machine) -> None:
    machine.sign_in(PRINCIPAL)
    assert (await machine.examined("c-meera", "c-aarav"))[Check.LINK].reason == "linked"

    machine.sign_in(MEERA)
    assert (await machine.examined("c-meera", "c-aarav"))[Check.LINK].reason == "no-key"


async def test_a_side_that_does_not_answer_leaves_the_link_unknown(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.use_key()
    school.sandbox.weather.answer("parents", status=500)

    found = await machine.examined("c-meera", "c-aarav")

    assert (found[Check.LINK].result, found[Check.LINK].reason) == (Result.UNKNOWN, "server-trouble")
    assert found[Check.LINK].evidence["parentsOfStudent"] == "server-trouble"
