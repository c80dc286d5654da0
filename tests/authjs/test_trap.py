"""Whatever a server names, nothing is sent to any host but the two."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import AccountRefused, ApiError, Forbidden, FurtherStep, WrongCredentials
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.tui.links import Refusal, checked
from tests.authjs.genuine_server import EMAIL, PASSWORD, GenuineServer, sign_in
from tests.authjs.trap import Trap, set_up

CONTACT = "/api/lms/contact/c-meera"
FEES = "/api/lms/students/c-aarav/fee-status"
OVERVIEW = "/api/parent/children/c-aarav/overview"
BRIDGE = "/api/lms/parent/c-meera/children"


@pytest.fixture
async def trap(server: GenuineServer) -> AsyncIterator[Trap]:
    """The trap, named wherever a server can name a host. Empty at the end, and the two hosts alone asked."""
    async with set_up() as trap:
        server.set(
            image=f"{trap.origin}/meera.png",
            redirect=f"{trap.origin}/after",
            signInPage=f"{trap.origin}/sign-in",
            pages={"signIn": f"{trap.disguised}login", "error": f"{trap.disguised}error"},
            **school_of(trap),
        )
        yield trap
        assert trap.visits == []
    asked = {asked.headers["host"] for asked in server.asked}
    assert asked <= {f"riverside.localhost:{server.port}", f"learn.localhost:{server.port}"}


def school_of(trap: Trap) -> dict[str, object]:
    """What a school answers whose every link leads into the trap."""
    aarav = {"contactId": "c-aarav", "name": "Aarav", "photoUrl": f"{trap.origin}/aarav.png"}
    certificate = {
        "certificateNumber": "CERT-1",
        "courseTitle": "Hindi",
        "pdfUrl": f"{trap.origin}/certificate.pdf",
        "verifyUrl": f"{trap.origin}/verify",
    }
    course = {"courseId": "crs-1", "courseTitle": "Hindi", "thumbnailUrl": f"{trap.origin}/hindi.png"}
    live = {"id": "lc-1", "title": "Doubts", "joinUrl": f"{trap.origin}/join"}
    badge = {"name": "Early bird", "icon": f"{trap.origin}/bird.png"}
    return {
        "open": {"/api/portal/institution": {"name": "Riverside", "logoUrl": f"{trap.origin}/logo.png"}},
        "data": {
            BRIDGE: [aarav],
            CONTACT: {"id": "c-meera", "name": "Meera", "avatarUrl": f"{trap.origin}/meera.png"},
            FEES: {"status": "DUE", "outstanding": 100, "payUrl": f"{trap.origin}/pay"},
            OVERVIEW: {
                "child": aarav,
                "courses": [course],
                "liveClasses": {"upcoming": [live]},
                "gamification": {"badges": [badge]},
                "certificates": [certificate],
            },
        },
    }


async def test_the_trap_notes_who_comes() -> None:
    async with set_up() as trap:
        deployment = Deployment(base_domain=f"localhost:{trap.port}", protocol="http")
        async with Client(deployment, "trap", retry=ONCE) as client:
            with pytest.raises(ApiError):
                await client.institution.look_up()

    assert [visit.split(b"\r\n")[0] for visit in trap.visits] == [b"GET /api/portal/institution HTTP/1.1"]


async def test_a_sign_in_that_leads_elsewhere_is_a_sign_in(
    server: GenuineServer, client: Client, trap: Trap
) -> None:
    assert (await sign_in(client)).email == EMAIL

    assert server.asked[2].location == f"{trap.origin}/after"


@pytest.mark.parametrize(
    ("settings", "password", "error"),
    [({}, "wrong", WrongCredentials), ({"signIn": False}, PASSWORD, AccountRefused)],
)
async def test_a_refusal_that_leads_elsewhere_is_a_refusal(
    server: GenuineServer,
    client: Client,
    trap: Trap,
    settings: dict[str, object],
    password: str,
    error: type[ApiError],
) -> None:
    server.set(**settings)

    with pytest.raises(error):
        await sign_in(client, password)

    assert trap.visits == []


async def test_a_further_step_elsewhere_is_not_taken(
    server: GenuineServer, client: Client, trap: Trap
) -> None:
    server.set(signIn=f"{trap.origin}/one-time-code")

    with pytest.raises(FurtherStep):
        await sign_in(client)

    assert trap.visits == []


@pytest.mark.parametrize("path", ["providers", "csrf", "callback/student-parent", "session"])
async def test_a_redirect_of_each_step_of_signing_in_is_not_followed(
    server: GenuineServer, client: Client, trap: Trap, path: str
) -> None:
    server.set(closed=[f"/api/auth/{path}"])

    with pytest.raises(ApiError):
        await sign_in(client)

    assert server.asked[-1].location == f"{trap.origin}/sign-in"


@pytest.mark.parametrize("path", [FEES, OVERVIEW, CONTACT])
async def test_a_redirect_of_a_question_is_not_followed(
    server: GenuineServer, client: Client, trap: Trap, path: str
) -> None:
    await sign_in(client)
    server.set(closed=[path])
    asking = {
        FEES: client.fees.of("c-aarav"),
        OVERVIEW: client.overview.of("c-aarav"),
        CONTACT: client.people.contact("c-meera"),
    }

    outcomes = await asyncio.gather(*asking.values(), return_exceptions=True)

    assert isinstance(outcomes[list(asking).index(path)], Forbidden)
    assert f"{trap.origin}/sign-in" in {asked.location for asked in server.asked}


@pytest.mark.parametrize("closed", [[], ["/api/auth/signout"]])
async def test_signing_out_leads_nowhere_else(
    server: GenuineServer, client: Client, trap: Trap, closed: list[str]
) -> None:
    await sign_in(client)
    server.set(closed=closed)

    assert await client.auth.sign_out() is not bool(closed)

    assert (server.asked[-1].location or "").startswith(trap.origin)


async def test_links_and_pictures_are_text_and_are_not_offered_for_opening(
    client: Client, trap: Trap
) -> None:
    await client.institution.look_up()
    await sign_in(client)
    await client.children.mine()
    await client.people.contact("c-meera")
    await client.fees.of("c-aarav")
    certificates = (await client.overview.of("c-aarav")).value.certificates

    assert not isinstance(certificates, Unknown)
    (certificate,) = certificates
    for link in (certificate.pdf_url, certificate.verify_url):
        assert isinstance(link, str)
        assert link.startswith(trap.origin)
        assert checked(link, client.deployment.is_own_link) is Refusal.FOREIGN


@pytest.mark.parametrize("command", [["whoami"], ["children"], ["overview", "c-aarav"]])
async def test_the_whole_program_asks_the_two_hosts_alone(
    server: GenuineServer, trap: Trap, tmp_path: Path, command: list[str]
) -> None:
    token = server.mint(name="Meera", email=EMAIL, contactId="c-meera", contactType="CONTACT_PARENT")
    folders = {f"OPTILEARN_{kind}_DIR": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "CACHE")}
    environ = {
        **os.environ,
        **folders,
        "OPTICRM_BASE_DOMAIN": server.deployment.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "OPTILEARN_INSTITUTION": "riverside",
        "OPTILEARN_SESSION_TOKEN": token.reveal(),
    }

    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "optilearn_tui", *command, "--json", env=environ, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await program.communicate()

    assert program.returncode == 0
    assert out
    assert server.asked
    assert trap.visits == []
