"""Signing in with e-mail and password at a genuine Auth.js: every outcome of AUTH.md's table."""

from __future__ import annotations

from datetime import timedelta

import pytest

from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.client import Client
from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.errors import (
    AccountRefused,
    ApiError,
    FurtherStep,
    ServerTrouble,
    UnreadableAnswer,
    WrongCredentials,
)
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.retry import ONCE
from tests.authjs.genuine_server import CSRF_COOKIE, EMAIL, PASSWORD, SESSION_COOKIE, GenuineServer, sign_in

CALLBACK = "POST /api/auth/callback/student-parent"


async def test_a_parent_signs_in(server: GenuineServer, client: Client) -> None:
    identity = await sign_in(client)

    assert (identity.name, identity.contact_id) == ("Meera Sharma", "c-meera")
    assert identity.kind is PersonKind.PARENT
    assert identity.verified
    assert server.paths == [
        "GET /api/auth/providers",
        "GET /api/auth/csrf",
        CALLBACK,
        "GET /api/auth/session",
    ]
    form, session = server.asked[2:]
    assert list(form.cookies) == [CSRF_COOKIE]
    assert list(session.cookies) == [SESSION_COOKIE]


async def test_a_teacher_signs_in_through_the_other_provider(server: GenuineServer, client: Client) -> None:
    identity = await client.auth.sign_in(AccountKind.STAFF, "anita@example.com", PASSWORD)

    assert identity.kind is PersonKind.STAFF
    assert "POST /api/auth/callback/staff" in server.paths


async def test_a_parent_is_nobody_to_the_provider_for_staff(client: Client) -> None:
    with pytest.raises(WrongCredentials):
        await client.auth.sign_in(AccountKind.STAFF, EMAIL, PASSWORD)


@pytest.mark.parametrize(("password", "code"), [("wrong", None), ("", None), ("locked", "locked_out")])
async def test_a_refused_password_is_an_answer_of_200_and_told_as_what_it_is(
    server: GenuineServer, client: Client, password: str, code: str | None
) -> None:
    with pytest.raises(WrongCredentials) as caught:
        await sign_in(client, password)

    assert caught.value.code == code
    assert server.asked[-1].status == 200
    assert server.paths.count(CALLBACK) == 1
    assert client.session.token is None


@pytest.mark.parametrize("page", ["/login", "/login?as=parent", "/#/login", "/login?as=parent#top"])
async def test_a_refused_password_is_told_whatever_the_schools_page_for_signing_in_is_called(
    server: GenuineServer, client: Client, page: str
) -> None:
    server.set(pages={"signIn": page})

    with pytest.raises(WrongCredentials) as caught:
        await sign_in(client, "locked")

    assert caught.value.code == "locked_out"


async def test_a_crash_behind_the_door_is_not_the_passwords_fault(client: Client) -> None:
    with pytest.raises(ServerTrouble):
        await sign_in(client, "crash")


async def test_an_account_that_may_not_sign_in_is_told_so(server: GenuineServer, client: Client) -> None:
    server.set(signIn=False)

    with pytest.raises(AccountRefused):
        await sign_in(client)


async def test_a_further_step_is_told_as_such(server: GenuineServer, client: Client) -> None:
    server.set(signIn="/one-time-code")

    with pytest.raises(FurtherStep):
        await sign_in(client)

    assert server.asked[-1].status == 200
    assert client.session.token is None


async def test_a_site_that_ends_the_session_at_once_is_a_further_step(
    server: GenuineServer, client: Client
) -> None:
    server.set(revoked=True)

    with pytest.raises(FurtherStep):
        await sign_in(client)


async def test_a_stale_form_is_asked_for_once_more(server: GenuineServer, client: Client) -> None:
    server.set(staleForms=1)

    assert (await sign_in(client)).kind is PersonKind.PARENT

    assert server.paths.count("GET /api/auth/csrf") == 2
    assert server.paths.count(CALLBACK) == 2


async def test_a_form_that_stays_stale_is_the_servers_trouble(server: GenuineServer, client: Client) -> None:
    server.set(staleForms=9)

    with pytest.raises(ServerTrouble):
        await sign_in(client)

    assert server.paths.count(CALLBACK) == 2


async def test_forms_without_protection_are_sent_without(server: GenuineServer, client: Client) -> None:
    server.set(csrf=False)

    assert (await sign_in(client)).kind is PersonKind.PARENT

    csrf, form = server.asked[1:3]
    assert csrf.status == 404
    assert not csrf.sets[CSRF_COOKIE].live
    assert form.cookies == {}


async def test_a_form_whose_cookie_is_not_sent_back_is_refused_by_the_server(
    server: GenuineServer, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optilearn_tui.api.auth.read_set_cookies", lambda *_: iter(()))

    with pytest.raises(ServerTrouble):
        await sign_in(client)

    assert server.paths.count(CALLBACK) == 2


async def test_signing_in_again_does_not_bring_the_session_before(
    server: GenuineServer, client: Client
) -> None:
    await sign_in(client)
    await sign_in(client)

    assert all(SESSION_COOKIE not in asked.cookies for asked in server.asked if asked.method == "POST")


async def test_names_behind_a_proxy_that_speaks_tls_are_taken_over(
    server: GenuineServer, client: Client
) -> None:
    server.set(secure=True)

    await sign_in(client)
    await client.auth.who_am_i()

    assert list(server.asked[2].cookies) == [f"__Host-{CSRF_COOKIE}"]
    assert list(server.asked[-1].cookies) == [f"__Secure-{SESSION_COOKIE}"]


@pytest.mark.parametrize("bulk", [0, 9_000])
async def test_names_that_a_school_has_chosen_itself_are_taken_over(
    server: GenuineServer, client: Client, bulk: int
) -> None:
    names = {"sessionToken": {"name": "optilearn.session-token"}, "csrfToken": {"name": "optilearn.form"}}
    server.set(cookies=names, bulk=bulk)

    await sign_in(client)

    assert list(server.asked[2].cookies) == ["optilearn.form"]
    assert {name.rstrip(".0123456789") for name in server.asked[-1].cookies} == {"optilearn.session-token"}


@pytest.mark.parametrize("off", [timedelta(days=-90), timedelta(days=90)])
async def test_a_clock_that_is_wrong_here_does_not_keep_anybody_out(
    server: GenuineServer, off: timedelta
) -> None:
    async with Client(server.deployment, "riverside", clock=lambda: utc_now() + off, retry=ONCE) as client:
        await sign_in(client)
        token = client.session.token
        await client.auth.who_am_i()

        assert client.session.token != token
        assert await client.auth.sign_out()


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"secret": None}, ServerTrouble),
        ({"closed": ["/api/auth/providers"]}, UnreadableAnswer),
        ({"closed": ["/api/auth/csrf"]}, UnreadableAnswer),
    ],
)
async def test_a_server_that_is_set_up_wrongly_never_sees_the_password(
    server: GenuineServer, client: Client, settings: dict[str, object], error: type[ApiError]
) -> None:
    server.set(**settings)

    with pytest.raises(ApiError) as caught:
        await sign_in(client)

    assert type(caught.value) is error
    assert CALLBACK not in server.paths


async def test_a_middleware_before_the_form_itself_is_a_further_step(
    server: GenuineServer, client: Client
) -> None:
    server.set(closed=["/api/auth/callback/student-parent"])

    with pytest.raises(FurtherStep):
        await sign_in(client)
