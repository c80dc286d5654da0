"""No secret is ever seen: in a log, a `repr`, an error, or a traceback with all its variables."""

from __future__ import annotations

import asyncio
import io
import logging
import traceback
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.traceback import Traceback

from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.service_key import ServiceKey, parse_service_key
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token
from tests.api.conftest import wire
from tests.api.little_school import CSRF_COOKIE, SESSION_COOKIE, LittleSchool, Reply, html, plain
from tests.api.raw_server import reply, serving
from tests.api.tokens import segment

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

SECRET = "do-not-show-me"
PASSWORD = "hunter-two-2"
KEY = ServiceKey(f"sk-{SECRET}")
TOKEN = Token(f"{segment({'alg': 'dir'})}..{SECRET}.ciphertext.tag")


def everything_said_about(problem: BaseException) -> str:
    """The error and its traceback below the test, as Python and as Textual print it, with all variables."""
    assert problem.__traceback__ is not None
    problem = problem.with_traceback(problem.__traceback__.tb_next)
    told = "".join(traceback.TracebackException.from_exception(problem, capture_locals=True).format())
    assert "optilearn_tui/api" in told
    screen = Console(file=io.StringIO(), width=500)
    screen.print(
        Traceback.from_exception(
            type(problem), problem, problem.__traceback__, show_locals=True, locals_max_string=10_000
        )
    )
    assert isinstance(screen.file, io.StringIO)
    return f"{told}{screen.file.getvalue()}{problem}{problem!r}{vars(problem)}"


def chain(problem: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while problem is not None:
        found.append(problem)
        problem = problem.__cause__ or problem.__context__
    return found


async def test_a_client_does_not_print_its_secret() -> None:
    async with Client(Deployment(), "riverside", TOKEN) as client:
        said = f"{client!r} {client} {client.session!r} {client.session.token!r} {client.auth!r}"

    assert "<client of riverside at opticrm.app>" in said
    assert SECRET not in said


@pytest.mark.parametrize("name", ["httpx", "httpcore", "httpcore.http11", "h2.connection", "hpack.hpack"])
async def test_what_others_would_log_of_headers_is_not_logged(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with Client(Deployment(), "riverside", TOKEN):
            logging.getLogger(name).debug("Cookie: %s", TOKEN.reveal())

    assert SECRET not in caplog.text


TROUBLES = [b"", b"garbage\r\n\r\n", reply(b"<html>", status="502 Bad Gateway"), reply(b"x" * (9 << 20))]


@pytest.mark.parametrize("answer", TROUBLES)
async def test_no_trouble_on_the_way_shows_the_token(
    noon: Clock, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        writer.close()

    async with (
        serving(talk) as deployment,
        Client(deployment, "riverside", TOKEN, clock=noon, retry=ONCE) as client,
    ):
        with pytest.raises(ApiError) as caught:
            await client.fees.of("c-somebody")

    problem = caught.value
    assert SECRET not in everything_said_about(problem)
    assert not [link for link in chain(problem) if type(link).__module__.startswith("http")]
    assert SECRET not in caplog.text
    assert "c-somebody" not in caplog.text
    assert "[opticrm] GET riverside.localhost" in caplog.text


@pytest.mark.parametrize(
    "answer",
    [html(401), html(), html(500), plain({"data": {"outstanding": 1}}, 400), plain({"data": 7}), html(403)],
)
async def test_no_answer_of_the_server_shows_the_token_either(
    school: LittleSchool, noon: Clock, caplog: pytest.LogCaptureFixture, answer: Reply
) -> None:
    caplog.set_level(logging.DEBUG)
    renewed = f"{SESSION_COOKIE}={TOKEN.reveal()}; Path=/"
    school.answer("/api/lms/students/c-1/fee-status", answer.setting(renewed))

    async with Client(Deployment(), "riverside", TOKEN, clock=noon, app=school, retry=ONCE) as client:
        with pytest.raises(ApiError) as caught:
            await client.fees.of("c-1")

    assert SECRET not in everything_said_about(caught.value)
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "refusal",
    [
        plain({"url": "/?error=CredentialsSignin"}),
        plain({"url": "/?error=MissingCSRF"}),
        plain({"url": "/"}),
        html(500),
    ],
)
async def test_no_failed_sign_in_shows_the_password(
    school: LittleSchool, noon: Clock, caplog: pytest.LogCaptureFixture, refusal: Reply
) -> None:
    caplog.set_level(logging.DEBUG)
    school.answer("/api/auth/providers", plain(wire("providers")))
    school.answer("/api/auth/csrf", plain({"csrfToken": SECRET}).setting(f"{CSRF_COOKIE}={SECRET}"))
    school.answer("/api/auth/callback/staff-login", refusal, method="POST")

    async with Client(Deployment(), "riverside", clock=noon, app=school, retry=ONCE) as client:
        with pytest.raises(ApiError) as caught:
            await client.auth.sign_in(AccountKind.STAFF, "anita@riverside.example", PASSWORD)

    assert school.asked[-1].form["password"] == PASSWORD
    said = everything_said_about(caught.value) + caplog.text
    assert PASSWORD not in said
    assert SECRET not in said


async def test_a_client_does_not_print_its_service_key() -> None:
    async with Client(Deployment(), "riverside", service_key=KEY) as client:
        said = f"{client!r} {client} {vars(client)!r} {vars(client._exchange)!r}"

    assert SECRET not in said


@pytest.mark.parametrize("answer", TROUBLES)
async def test_no_trouble_on_the_way_shows_the_service_key(
    noon: Clock, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        writer.close()

    async with (
        serving(talk) as deployment,
        Client(deployment, "riverside", service_key=KEY, clock=noon, retry=ONCE) as client,
    ):
        with pytest.raises(ApiError) as caught:
            await client.rosters.of("sec-secret")

    problem = caught.value
    assert SECRET not in everything_said_about(problem)
    assert not [link for link in chain(problem) if type(link).__module__.startswith("http")]
    assert SECRET not in caplog.text
    assert "sec-secret" not in caplog.text
    assert "[opticrm] GET riverside.localhost" in caplog.text


@pytest.mark.parametrize("answer", [html(401), html(), html(500), plain({"data": 7}), html(403), html(302)])
async def test_no_answer_of_the_server_shows_the_service_key_either(
    school: LittleSchool, noon: Clock, caplog: pytest.LogCaptureFixture, answer: Reply
) -> None:
    caplog.set_level(logging.DEBUG)
    school.answer("/api/lms/classes", answer)

    async with Client(
        Deployment(), "riverside", service_key=KEY, clock=noon, app=school, retry=ONCE
    ) as client:
        with pytest.raises(ApiError) as caught:
            await client.classes.all()

    assert SECRET not in everything_said_about(caught.value)
    assert SECRET not in caplog.text


@pytest.mark.parametrize("given", [f"{SECRET} {SECRET}", f"{SECRET}\x00", f"session-token={SECRET}"])
def test_a_malformed_service_key_is_not_repeated(given: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_service_key(given)

    assert SECRET not in everything_said_about(caught.value)
