"""The client against the bundled school: both sides of the contract, each written for itself."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.children import Child
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import (
    Forbidden,
    NotFound,
    ServerTrouble,
    SessionEnded,
    TenantMismatch,
    Unreachable,
    UnreadableAnswer,
    WrongCredentials,
)
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.sandbox.live import LiveSandbox
    from tests.conftest import ClientOf

MEERA = "meera.sharma@example.com"
APRIL = (date(2026, 4, 1), date(2026, 4, 30))


@pytest.mark.parametrize(
    ("email", "kind"),
    [
        (MEERA, PersonKind.PARENT),
        ("aarav.sharma@example.com", PersonKind.STUDENT),
        ("principal@riverside.example", PersonKind.STAFF),
        ("teacher@riverside.example", PersonKind.STAFF),
        ("guest@example.com", PersonKind.STRANGER),
    ],
)
async def test_everybody_is_recognised(client_of: ClientOf, email: str, kind: PersonKind) -> None:
    client = client_of(email)

    identity = await client.auth.who_am_i()

    assert (identity.email, identity.kind, identity.verified) == (email, kind, True)


async def test_a_parent_sees_everything_about_each_child(client_of: ClientOf) -> None:
    client = client_of(MEERA)

    children = (await client.children.mine()).value

    assert [child.contact_id for child in children if child.is_primary is True] == ["c-diya"]
    for child in children:
        overview = (await client.overview.of(child.contact_id)).value
        assert isinstance(overview.child, Child)
        assert overview.child.name == child.name
        parts = [getattr(overview, name) for name in type(overview).model_fields]
        assert not [part for part in parts if isinstance(part, Unknown)]
        days = (await client.attendance.of(child.contact_id, *APRIL)).value
        assert not [day for day in days if isinstance(day.date, Unknown) or isinstance(day.status, Unknown)]
        student = (await client.people.student(child.contact_id)).value
        assert student.student_code == child.student_code


async def test_nothing_is_left_unread_in_a_rich_history(client_of: ClientOf) -> None:
    overview = (await client_of(MEERA).overview.of("c-aarav")).value

    for part in (overview.courses, overview.recent_grades, overview.upcoming, overview.certificates):
        assert isinstance(part, tuple)
        assert part
        for record in part:
            values = [getattr(record, name) for name in type(record).model_fields]
            assert Unknown.UNREADABLE not in values


async def test_another_familys_child_is_refused(client_of: ClientOf) -> None:
    client = client_of(MEERA)

    for asking in (
        client.overview.of("c-anna"),
        client.fees.of("c-anna"),
        client.attendance.of("c-anna", *APRIL),
    ):
        with pytest.raises((Forbidden, NotFound)):
            await asking


async def test_another_schools_session_is_refused_before_and_by_the_server(
    sandbox: Sandbox, noon: Clock
) -> None:
    deployment = Deployment(sandbox.base_domain, sandbox.protocol)
    token = parse_token(sandbox.account(MEERA).session_token)

    async with Client(deployment, "springdale", token, clock=noon, app=sandbox.app) as client:
        with pytest.raises(TenantMismatch):
            await client.auth.who_am_i()

    assert not sandbox.visits


async def test_signing_in_and_out_over_a_real_socket(live_sandbox: LiveSandbox, noon: Clock) -> None:
    deployment = Deployment(live_sandbox.base_domain, "http")
    async with Client(deployment, "riverside", clock=noon, retry=ONCE) as client:
        assert (await client.institution.look_up()).value.name == "Riverside Public School"
        with pytest.raises(WrongCredentials):
            await client.auth.sign_in(AccountKind.PARENT, MEERA, "wrong")
        identity = await client.auth.sign_in(AccountKind.PARENT, MEERA, "sandbox-2026")
        assert identity.contact_id == "c-meera"
        assert len((await client.children.mine()).value) == 3
        assert await client.auth.sign_out()
    async with Client(deployment, "riverside", clock=noon, retry=ONCE) as client:
        await client.auth.sign_in(AccountKind.STAFF, "principal@riverside.example", "sandbox-2026")
        assert client.identity is not None
        assert client.identity.kind is PersonKind.STAFF
        with pytest.raises(WrongCredentials):
            await client.auth.sign_in(AccountKind.STAFF, MEERA, "sandbox-2026")


async def test_an_expired_session_has_ended(sandbox: Sandbox, noon: Clock) -> None:
    from datetime import timedelta

    token = parse_token(sandbox.token(MEERA, lifetime=timedelta(days=-1)))
    deployment = Deployment(sandbox.base_domain, sandbox.protocol)
    async with Client(deployment, "riverside", token, clock=noon, app=sandbox.app) as client:
        with pytest.raises(SessionEnded):
            await client.fees.of("c-aarav")


async def test_one_broken_part_leaves_the_others_whole(sandbox: Sandbox, client_of: ClientOf) -> None:
    client = client_of(MEERA)
    sandbox.weather.html("overview")
    sandbox.weather.answer("fees", status=500)

    with pytest.raises(UnreadableAnswer):
        await client.overview.of("c-aarav")
    with pytest.raises(ServerTrouble):
        await client.fees.of("c-aarav")
    assert (await client.attendance.of("c-aarav", *APRIL)).value
    sandbox.weather.clear()
    assert (await client.overview.of("c-aarav")).value.courses


async def test_where_the_tenant_sends_to_a_sign_in_page_the_proxy_serves(
    sandbox: Sandbox, client_of: ClientOf
) -> None:
    client = client_of(MEERA)
    direct = (await client.children.mine()).value
    sandbox.weather.redirect("children")

    other = client_of(MEERA)

    assert [child.contact_id for child in (await other.children.mine()).value] == [
        c.contact_id for c in direct
    ]


async def test_replies_may_come_in_another_order_than_they_were_asked(
    sandbox: Sandbox, client_of: ClientOf
) -> None:
    client = client_of(MEERA)
    gate = sandbox.weather.hold("overview", contact_id="c-aarav")

    aarav = asyncio.create_task(client.overview.of("c-aarav"))
    diya = (await client.overview.of("c-diya")).value
    gate.release()

    assert isinstance(diya.child, Child)
    assert diya.child.contact_id == "c-diya"
    late = (await aarav).value.child
    assert isinstance(late, Child)
    assert late.contact_id == "c-aarav"


async def test_a_server_that_goes_away_and_comes_back_is_found_again(
    live_sandbox: LiveSandbox, noon: Clock
) -> None:
    token = parse_token(live_sandbox.sandbox.account(MEERA).session_token)
    deployment = Deployment(live_sandbox.base_domain, "http")
    async with Client(deployment, "riverside", token, clock=noon, retry=ONCE) as client:
        await client.fees.of("c-aarav")
        await asyncio.to_thread(live_sandbox.stop)
        with pytest.raises(Unreachable):
            await client.fees.of("c-aarav")
        await asyncio.to_thread(live_sandbox.start)
        client.try_again()
        await client.fees.of("c-aarav")
