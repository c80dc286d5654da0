"""Which checks there are, what each needs, and how they run: side by side where they can."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.doctor import access, certificate, here, keeping, link, network, person, school
from optilearn_tui.doctor.finding import Check, Finding, blocked
from optilearn_tui.doctor.patient import Patient

if TYPE_CHECKING:
    from optilearn_tui.doctor.case import Case


@dataclass(frozen=True, slots=True)
class Step:
    """One check.

    Attributes:
        look: carries it out.
        needs: it is skipped where one of these is a dead end.
        after: it waits for these, whatever comes of them.
    """

    look: Callable[[Patient], Awaitable[Finding]]
    needs: tuple[Check, ...] = ()
    after: tuple[Check, ...] = ()


STEPS = {
    Check.SETTINGS: Step(here.settings),
    Check.PLATFORM: Step(here.platform),
    Check.INSTITUTION: Step(here.institution, needs=(Check.PLATFORM,), after=(Check.SETTINGS,)),
    Check.PROXY: Step(network.proxy, needs=(Check.PLATFORM,)),
    Check.DNS: Step(network.names, needs=(Check.INSTITUTION, Check.PROXY)),
    Check.CONNECTION: Step(network.connection, needs=(Check.DNS,)),
    Check.CERTIFICATE: Step(certificate.certificate, needs=(Check.CONNECTION,)),
    Check.PORTAL: Step(school.portal, needs=(Check.CERTIFICATE,)),
    Check.CLOCK: Step(school.clock, needs=(Check.CERTIFICATE,), after=(Check.PORTAL,)),
    Check.SIGN_IN: Step(school.sign_in, needs=(Check.PORTAL,)),
    Check.KEYRING: Step(keeping.keyring),
    Check.PRIVATE_FILE: Step(keeping.private_file),
    Check.SERVICE_KEY: Step(keeping.service_key, needs=(Check.INSTITUTION,), after=(Check.KEYRING,)),
    Check.SESSION: Step(keeping.session, needs=(Check.INSTITUTION,), after=(Check.SERVICE_KEY,)),
    Check.WHO_AM_I: Step(person.who_am_i, needs=(Check.PORTAL, Check.SESSION)),
    Check.PERSON: Step(person.person, needs=(Check.WHO_AM_I,)),
    Check.SESSION_AT_SCHOOL: Step(access.session_at_school, needs=(Check.WHO_AM_I,), after=(Check.PERSON,)),
    Check.SESSION_AT_LEARN: Step(access.session_at_learn, needs=(Check.WHO_AM_I,), after=(Check.PERSON,)),
    Check.KEY_AT_SCHOOL: Step(access.key_at_school, needs=(Check.PORTAL, Check.SERVICE_KEY)),
    Check.CHILDREN: Step(
        access.children,
        needs=(Check.PERSON,),
        after=(Check.SESSION_AT_SCHOOL, Check.SESSION_AT_LEARN),
    ),
    Check.LINK: Step(link.link, needs=(Check.PORTAL,), after=(Check.KEY_AT_SCHOOL, Check.SESSION_AT_SCHOOL)),
}


async def examine(case: Case) -> AsyncGenerator[Finding]:
    """What each check finds, as it is found out; sort by `Check` for a report.

    A check that fails stops only those that need it. Close the generator (`aclosing`) to stop early.
    """
    found: dict[Check, asyncio.Task[Finding]] = {}

    async def carry_out(check: Check, step: Step) -> Finding:
        for earlier in (*step.after, *step.needs):
            await asyncio.wait([found[earlier]])
        for need in step.needs:
            if (cause := found[need].result()).is_dead_end:
                return blocked(check, cause)
        return await step.look(patient)

    async with Patient(case) as patient:
        for check, step in STEPS.items():
            found[check] = asyncio.create_task(carry_out(check, step))
        try:
            for done in asyncio.as_completed(found.values()):
                yield await done
        finally:
            for task in found.values():
                task.cancel()
            await asyncio.gather(*found.values(), return_exceptions=True)
