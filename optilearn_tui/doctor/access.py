"""Which credential is accepted where: the session at both hosts, the service key at the school's own."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from optilearn_tui.api.children import BRIDGE, PROXY
from optilearn_tui.api.errors import (
    ApiError,
    Declined,
    InvalidRequest,
    ServerTrouble,
    ServiceKeyRefused,
    SessionEnded,
    TenantMismatch,
)
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.tenancy import Host
from optilearn_tui.doctor.finding import Check, Fact, Finding, Result, ok, skipped, warning
from optilearn_tui.doctor.refusals import facts_of, refused

if TYPE_CHECKING:
    from optilearn_tui.doctor.patient import Patient

_BRIDGE_FAILS = 500


async def session_at_school(patient: Patient) -> Finding:
    """Whether OptiCRM of the school takes the session: parents ask for children, staff for classes."""
    check, client = Check.SESSION_AT_SCHOOL, patient.person
    identity = patient.identity
    if identity is None:
        return skipped(check, "person-unknown")
    contact_id = identity.contact_id if isinstance(identity.contact_id, str) else None
    try:
        if identity.kind is PersonKind.STAFF:
            await client.classes.all()
        elif contact_id is None:
            return skipped(check, "no-contact-id")
        elif identity.kind is PersonKind.PARENT:
            await client.lms_fetch(BRIDGE.call(contact_id=contact_id))
        else:
            await client.people.contact(contact_id)
    except (SessionEnded, TenantMismatch) as error:
        return refused(check, error)
    except Declined as error:
        if identity.kind is PersonKind.PARENT:
            # Many schools do so; OptiLearn gives the children instead (PLATFORM.md §3).
            return Finding(check, Result.WARNING, "not-taken", facts_of(error))
        return refused(check, error)
    except ApiError as error:
        return refused(check, error)
    return ok(check)


async def session_at_learn(patient: Patient) -> Finding:
    """Whether OptiLearn takes the session."""
    check, client = Check.SESSION_AT_LEARN, patient.person
    identity = patient.identity
    kind = identity.kind if identity is not None else PersonKind.PARENT
    try:
        if kind is PersonKind.STAFF:
            async with aclosing(aiter(client.catalogue.courses())) as pages:
                await anext(pages, None)
        else:
            await client.lms_fetch(PROXY.call())
    except InvalidRequest as error:
        return refused(check, error, "no-contact-id")
    except Declined as error:
        is_for_parents = kind is not PersonKind.PARENT and error.code == "FORBIDDEN"
        return ok(check, "not-a-parent", facts_of(error)) if is_for_parents else refused(check, error)
    except ServerTrouble as error:
        return refused(check, error, "bridge-failure" if error.status == _BRIDGE_FAILS else None)
    except ApiError as error:
        return refused(check, error)
    return ok(check)


async def key_at_school(patient: Patient) -> Finding:
    """Whether OptiCRM of the school takes the service key."""
    try:
        await patient.machine.classes.all()
    except ServiceKeyRefused as error:
        reasons = {"AUTH_REQUIRED": "wrong-key", "TENANT_MISMATCH": "other-institution"}
        return refused(Check.KEY_AT_SCHOOL, error, reasons.get(error.code), is_dead_end=True)
    except ApiError as error:
        return refused(Check.KEY_AT_SCHOOL, error)
    return ok(Check.KEY_AT_SCHOOL)


async def children(patient: Patient) -> Finding:
    """Which children the parent sees, and from which of the two services."""
    check, client = Check.CHILDREN, patient.person
    identity = patient.identity
    if identity is None:
        return skipped(check, "person-unknown")
    if identity.kind is not PersonKind.PARENT:
        return skipped(check, "not-a-parent")
    try:
        found = (await client.children.mine()).value
    except ApiError as error:
        return refused(check, error)
    source = client.children.source
    evidence: dict[str, Fact] = {
        "source": {Host.TENANT: "school", Host.LEARN: "learn"}.get(source) if source else None,
        "count": len(found),
        "contactIds": [child.contact_id for child in found],
    }
    return ok(check, "ok", evidence) if found else warning(check, "none-linked", evidence)
