"""Whether a parent and a student are linked, asked from both directions (PLATFORM.md §5, rows 9 and 3)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.children import BRIDGE
from optilearn_tui.api.errors import ApiError, InvalidRequest, NotFound
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.doctor.finding import Check, Fact, Finding, Result, failed, ok, skipped
from optilearn_tui.doctor.refusals import code_of

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.doctor.patient import Patient

T = TypeVar("T")

_ABSENT = (NotFound, InvalidRequest)


async def link(patient: Patient) -> Finding:
    """What the parent's list of children and the student's list of parents say about each other."""
    parent, student = patient.case.parent, patient.case.student
    if parent is None or student is None:
        return skipped(Check.LINK, "not-asked")
    client = _asker(patient)
    if client is None:
        return skipped(Check.LINK, "no-key")
    evidence: dict[str, Fact] = {"parent": parent, "student": student}
    children, parents = await asyncio.gather(_children(client, parent), _parents(client, student))
    for direction, told in (("childrenOfParent", children), ("parentsOfStudent", parents)):
        if isinstance(told, ApiError):
            evidence[direction] = code_of(told)
    if not isinstance(children, ApiError):
        evidence["childrenOfParent"] = [child.contact_id for child in children]
    if not isinstance(parents, ApiError):
        evidence["parentsOfStudent"] = [each.parent_contact_id for each in parents]
    if isinstance(children, ApiError) or isinstance(parents, ApiError):
        return await _unanswered(client, patient, children, parents, evidence)
    return _compared(children, parents, parent, student, evidence)


def _asker(patient: Patient) -> Client | None:
    """Who may ask: the service key, else a member of staff."""
    if patient.has_key:
        return patient.machine
    identity = patient.identity
    return patient.person if identity is not None and identity.kind is PersonKind.STAFF else None


def _compared(
    children: tuple[Child, ...],
    parents: tuple[Parent, ...],
    parent: str,
    student: str,
    evidence: dict[str, Fact],
) -> Finding:
    """What two complete lists mean together."""
    as_child = next((child for child in children if child.contact_id == student), None)
    as_parent = any(each.parent_contact_id == parent for each in parents)
    meant = next((child.contact_id for child in children if child.student_id == student), None)
    if as_child is not None and as_parent:
        relation = as_child.relation if isinstance(as_child.relation, str) else None
        return ok(Check.LINK, "linked", {**evidence, "relation": relation})
    if meant is not None:
        return failed(Check.LINK, "student-id-given", {**evidence, "meant": meant})
    if as_child is not None:
        return failed(Check.LINK, "only-from-parent", evidence)
    return failed(Check.LINK, "only-from-student" if as_parent else "not-linked", evidence)


async def _unanswered(
    client: Client,
    patient: Patient,
    children: tuple[Child, ...] | ApiError,
    parents: tuple[Parent, ...] | ApiError,
    evidence: dict[str, Fact],
) -> Finding:
    """What it means that one of the two lists could not be had."""
    parent, student = patient.case.parent or "", patient.case.student or ""
    kind_of_parent, kind_of_student = await asyncio.gather(_kind(client, parent), _kind(client, student))
    if kind_of_parent == "CONTACT_STUDENT" and kind_of_student == "CONTACT_PARENT":
        return failed(Check.LINK, "swapped", evidence)
    if not isinstance(children, ApiError):
        meant = next((child.contact_id for child in children if child.student_id == student), None)
        if meant is not None:
            return failed(Check.LINK, "student-id-given", {**evidence, "meant": meant})
    if isinstance(children, _ABSENT):
        return failed(Check.LINK, "no-such-parent", evidence, error=children)
    if isinstance(parents, _ABSENT):
        return failed(Check.LINK, "no-such-student", evidence, error=parents)
    error = children if isinstance(children, ApiError) else parents
    assert isinstance(error, ApiError)  # noqa: S101 - one of them is, or this would not have been called
    return Finding(Check.LINK, Result.UNKNOWN, code_of(error), evidence, error)


async def _children(client: Client, parent: str) -> tuple[Child, ...] | ApiError:
    try:
        call = BRIDGE.call(contact_id=parent)
    except InvalidRequest as error:
        return error
    return await _told(client.lms_fetch(call))


async def _parents(client: Client, student: str) -> tuple[Parent, ...] | ApiError:
    return await _told(client.parents.of(student))


async def _kind(client: Client, contact_id: str) -> str | None:
    """The kind of contact that an id belongs to, where the school tells it."""
    contact = await client.people.get_optional_contact(contact_id)
    kind = contact.contact_type if contact is not None else None
    return kind if isinstance(kind, str) else None


async def _told(asking: Awaitable[Reading[T]]) -> T | ApiError:
    try:
        return (await asking).value
    except ApiError as error:
        return error
