"""A school is asked with the session that holds now, and what a former one was asked is void."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.tui.enquiries import Enquiries
from tests.tui.people import MEERA

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf


async def test_what_a_former_session_was_asked_ahead_is_asked_anew(
    client_of: ClientOf, sandbox: Sandbox
) -> None:
    enquiries = Enquiries(client_of(MEERA))
    await enquiries.fees.begin("c-diya")
    gate = sandbox.weather.hold("overview")
    overview = enquiries.overview.begin("c-diya")
    await gate.reached()

    enquiries.client = client_of(MEERA)
    gate.release()
    await asyncio.wait([overview])
    assert overview.cancelled()
    assert enquiries.known_overview("c-diya") is None
    sandbox.visits.clear()
    await enquiries.fees("c-diya")
    assert "fees" in [visit.part for visit in sandbox.visits]


async def test_an_answer_to_a_former_session_is_not_remembered(client_of: ClientOf, sandbox: Sandbox) -> None:
    enquiries = Enquiries(client_of(MEERA))
    gate = sandbox.weather.hold("overview")
    overview = asyncio.ensure_future(enquiries.overview("c-diya"))
    await gate.reached()

    enquiries.client = client_of(MEERA)
    gate.release()
    await overview
    assert enquiries.known_overview("c-diya") is None


async def test_fees_are_asked_for_whenever_they_are_wanted(client_of: ClientOf, sandbox: Sandbox) -> None:
    enquiries = Enquiries(client_of(MEERA))
    enquiries.fees.begin("c-diya")
    for _ in range(2):
        await enquiries.fees("c-diya")

    assert [visit.part for visit in sandbox.visits].count("fees") == 2
