"""Signing in, being recognised, signing out: each row of the tables in AUTH.md."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import (
    AccountRefused,
    ApiError,
    BrowserOnly,
    FurtherStep,
    NotSignedIn,
    ServerTrouble,
    SessionEnded,
    SignInFailed,
    TenantMismatch,
    TooManyRequests,
    UnreadableAnswer,
    WrongCredentials,
)
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import CHUNK_SIZE, Token
from tests.api.conftest import PARENT, wire
from tests.api.little_school import (
    CSRF_COOKIE,
    SESSION_COOKIE,
    LittleSchool,
    Reply,
    html,
    plain,
    redirect,
)
from tests.api.tokens import jwe, jws

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

CALLBACK = "/api/auth/callback/student-parent"
SESSION = "/api/auth/session"
NEW = jwe("new")
CROWN = f"{SESSION_COOKIE}={NEW.reveal()}; Path=/; HttpOnly; Secure; Domain=.opticrm.app"


@pytest.fixture
def door(school: LittleSchool) -> LittleSchool:
    """A school where one may sign in."""
    school.answer("/api/auth/providers", plain(wire("providers")))
    school.answer("/api/auth/csrf", plain(wire("csrf")).setting(f"{CSRF_COOKIE}=abc%7Cdef; Path=/; HttpOnly"))
    school.answer(CALLBACK, plain({"url": "https://riverside.opticrm.app/"}).setting(CROWN), method="POST")
    return school


async def sign_in(client: Client) -> object:
    return await client.auth.sign_in(AccountKind.PARENT, "meera@example.com", "pa55word&=%")


async def test_signing_in_asks_for_the_form_sends_it_and_asks_who_it_is(
    door: LittleSchool, client: Client
) -> None:
    client.session.invalidate()

    identity = await sign_in(client)

    assert client.identity is identity
    assert client.identity is not None
    assert client.identity.kind is PersonKind.PARENT
    assert client.session.token == NEW
    providers, csrf, callback, session = door.asked
    assert [asked.path for asked in (providers, csrf, callback, session)] == [
        "/api/auth/providers",
        "/api/auth/csrf",
        CALLBACK,
        SESSION,
    ]
    assert callback.form == {
        "csrfToken": "7f0c1f0c5e1d4c5e8f3b",
        "email": "meera@example.com",
        "password": "pa55word&=%",
        "callbackUrl": "/",
    }
    assert callback.headers["x-auth-return-redirect"] == "1"
    assert callback.headers["content-type"] == "application/x-www-form-urlencoded"
    assert callback.headers["cookie"] == f"{CSRF_COOKIE}=abc%7Cdef"
    assert session.cookies == {SESSION_COOKIE: NEW.reveal()}


async def test_the_form_never_carries_a_session_and_a_refused_one_leaves_the_session_alone(
    door: LittleSchool, client: Client
) -> None:
    door.answer(
        CALLBACK, plain({"url": "https://x/?error=CredentialsSignin&code=credentials"}), method="POST"
    )

    with pytest.raises(WrongCredentials):
        await sign_in(client)

    assert not any(SESSION_COOKIE in asked.headers.get("cookie", "") for asked in door.asked)
    assert client.session.token == jwe()


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (plain({"url": "https://x/signin?error=CredentialsSignin&code=credentials"}), WrongCredentials),
        (redirect("https://evil.example/signin?error=CredentialsSignin", 302), WrongCredentials),
        (plain({"url": "https://x/signin?error=CredentialsSignin"}, 401), WrongCredentials),
        (plain({"url": "https://x/login?as=parent?error=CredentialsSignin"}), WrongCredentials),
        (plain({"url": "https://x/#/login?error=CredentialsSignin&code=no"}), WrongCredentials),
        (plain({"url": "https://x/error?error=AccessDenied"}), AccountRefused),
        (plain({"url": "https://x/error?error=Configuration"}), ServerTrouble),
        (plain({"url": "https://x/error?error=AccountInactive"}), SignInFailed),
        (plain({"url": "https://x/error?error=AccessDenied"}).setting(CROWN), AccountRefused),
        (plain({"url": "https://riverside.opticrm.app/one-time-code"}), FurtherStep),
        (redirect("/one-time-code", 302), FurtherStep),
        (plain({"url": 7}), FurtherStep),
        (plain({"url": "https://[bad"}), FurtherStep),
        (html(), FurtherStep),
        (plain({"url": "/"}).setting(f"{SESSION_COOKIE}=; Max-Age=0"), FurtherStep),
        (plain({"url": "/"}).setting(f"{SESSION_COOKIE}=not-a-token"), FurtherStep),
        (plain({"message": "There was a problem"}, 500), ServerTrouble),
        (html(502), ServerTrouble),
        (plain({}, 400), ServerTrouble),
        (plain({}, 429), TooManyRequests),
        (plain({"url": "https://x/?error=MissingCSRF"}), ServerTrouble),
    ],
)
async def test_each_outcome_of_an_attempt_is_told_apart(
    door: LittleSchool, client: Client, reply: Reply, error: type[ApiError]
) -> None:
    door.answer(CALLBACK, reply, method="POST")

    with pytest.raises(ApiError) as caught:
        await sign_in(client)

    assert type(caught.value) is error
    assert client.session.token == jwe()


async def test_the_providers_own_code_is_passed_on(door: LittleSchool, client: Client) -> None:
    door.answer(CALLBACK, plain({"url": "/?error=CredentialsSignin&code=locked_out"}), method="POST")

    with pytest.raises(WrongCredentials) as caught:
        await sign_in(client)

    assert caught.value.code == "locked_out"


async def test_a_stale_form_is_asked_for_once_more(door: LittleSchool, client: Client) -> None:
    door.answer(
        CALLBACK, plain({"url": "/?error=MissingCSRF"}), plain({"url": "/"}).setting(CROWN), method="POST"
    )

    await sign_in(client)

    assert [asked.path for asked in door.asked].count("/api/auth/csrf") == 2
    assert [asked.path for asked in door.asked].count(CALLBACK) == 2


async def test_a_password_is_never_sent_twice(door: LittleSchool, noon: Clock) -> None:
    door.answer(CALLBACK, html(503), method="POST")

    async with Client(Deployment(), "riverside", clock=noon, app=door) as client:
        with pytest.raises(ServerTrouble):
            await sign_in(client)

    assert [asked.path for asked in door.asked].count(CALLBACK) == 1


async def test_without_csrf_protection_the_token_is_empty(door: LittleSchool, client: Client) -> None:
    door.answer("/api/auth/csrf", html(404).setting(f"{CSRF_COOKIE}=; Max-Age=0"))

    await sign_in(client)

    callback = door.asked[2]
    assert callback.form["csrfToken"] == ""
    assert "cookie" not in callback.headers


@pytest.mark.parametrize(
    "name",
    ["next-auth.session-token", "__Secure-next-auth.session-token", "__Secure-riverside.session-token"],
)
async def test_the_cookies_name_is_taken_from_the_server(
    door: LittleSchool, client: Client, name: str
) -> None:
    door.answer(CALLBACK, plain({"url": "/"}).setting(f"{name}={NEW.reveal()}; Path=/"), method="POST")

    await sign_in(client)

    assert door.asked[-1].cookies == {name: NEW.reveal()}


async def test_the_forms_cookie_is_known_by_the_token_in_it_as_well(
    door: LittleSchool, client: Client
) -> None:
    form = plain({"csrfToken": "7f0c"}).setting("theme=dark", "form=7f0c%7Chash; Path=/")
    door.answer("/api/auth/csrf", form)

    await sign_in(client)

    assert door.asked[2].headers["cookie"] == "form=7f0c%7Chash"


async def test_a_clock_that_is_ahead_does_not_take_a_new_session_for_an_old_one(
    door: LittleSchool, client: Client
) -> None:
    crown = plain({"url": "/"}).setting(f"{CROWN}; Expires=Tue, 14 Apr 2026 06:30:00 GMT")
    server_time = ("Date", "Sun, 15 Mar 2026 06:30:00 GMT")
    door.answer(CALLBACK, Reply(crown.body, headers=(*crown.headers, server_time)), method="POST")

    await sign_in(client)

    assert client.session.token == NEW


async def test_a_token_in_chunks_is_joined_and_sent_in_chunks(door: LittleSchool, client: Client) -> None:
    long = Token(f"{NEW.reveal()}{'x' * CHUNK_SIZE}")
    head, tail = long.reveal()[:CHUNK_SIZE], long.reveal()[CHUNK_SIZE:]
    crown = plain({"url": "/"}).setting(f"{SESSION_COOKIE}.1={tail}", f"{SESSION_COOKIE}.0={head}")
    door.answer(CALLBACK, crown, method="POST")

    await sign_in(client)

    assert client.session.token == long
    assert door.asked[-1].cookies == {f"{SESSION_COOKIE}.0": head, f"{SESSION_COOKIE}.1": tail}


async def test_accepted_but_another_schools_account_is_told_as_such(
    door: LittleSchool, client: Client
) -> None:
    door.answer(SESSION, plain({"user": {**PARENT, "institutionSlug": "springdale"}, "expires": None}))

    with pytest.raises(TenantMismatch) as caught:
        await sign_in(client)

    assert (caught.value.signed_in_at, caught.value.asked) == ("springdale", "riverside")
    assert client.identity is None


@pytest.mark.parametrize(
    ("kind", "ids", "chosen"),
    [
        (AccountKind.PARENT, {"credentials": "Credentials"}, "credentials"),
        (AccountKind.STAFF, {"credentials": "Credentials"}, "credentials"),
        (AccountKind.PARENT, {"staff": "Staff", "contact": "Student / Parent"}, "contact"),
        (AccountKind.STAFF, {"contact": "Student / Parent", "staff": "Staff"}, "staff"),
        (AccountKind.PARENT, {"user-login": "Sign in", "portal": "Sign in"}, "portal"),
        (AccountKind.STAFF, {"portal": "Sign in", "user-login": "Sign in"}, "user-login"),
        (AccountKind.STAFF, {"student-parent": "Sign in", "credentials": "Sign in"}, "credentials"),
        (AccountKind.PARENT, {"one": "One", "two": "Two"}, "one"),
    ],
)
async def test_the_provider_is_chosen_by_the_kind_of_account(
    door: LittleSchool, client: Client, kind: AccountKind, ids: dict[str, str], chosen: str
) -> None:
    offered = {key: {"id": key, "name": name, "type": "credentials"} for key, name in ids.items()}
    door.answer(
        "/api/auth/providers", plain({**offered, "broken": 7, "mail": {"id": "mail", "type": "email"}})
    )
    door.answer(f"/api/auth/callback/{chosen}", plain({"url": "/"}).setting(CROWN), method="POST")

    await client.auth.sign_in(kind, "a@example.com", "secret")

    assert f"/api/auth/callback/{chosen}" in [asked.path for asked in door.asked]


@pytest.mark.parametrize("offered", [{}, {"google": {"id": "google", "name": "Google", "type": "oidc"}}])
async def test_a_school_without_passwords_signs_in_through_the_browser(
    door: LittleSchool, client: Client, offered: object
) -> None:
    door.answer("/api/auth/providers", plain(offered))

    with pytest.raises(BrowserOnly):
        await sign_in(client)

    assert len(door.asked) == 1


@pytest.mark.parametrize(
    ("path", "reply", "error"),
    [
        ("/api/auth/providers", plain([]), UnreadableAnswer),
        ("/api/auth/providers", html(), UnreadableAnswer),
        ("/api/auth/providers", html(404), ServerTrouble),
        ("/api/auth/providers", redirect("/"), UnreadableAnswer),
        ("/api/auth/csrf", plain({"csrfToken": 7}), UnreadableAnswer),
        ("/api/auth/csrf", html(), UnreadableAnswer),
        ("/api/auth/csrf", html(500), ServerTrouble),
    ],
)
async def test_trouble_at_the_door_is_not_the_passwords_fault(
    door: LittleSchool, client: Client, path: str, reply: Reply, error: type[ApiError]
) -> None:
    door.answer(path, reply)

    with pytest.raises(ApiError) as caught:
        await sign_in(client)

    assert type(caught.value) is error


async def test_the_person_is_whom_the_server_names(school: LittleSchool, client: Client) -> None:
    school.answer(SESSION, plain(wire("session")))

    identity = await client.auth.who_am_i()

    assert (identity.name, identity.contact_id, identity.role) == ("Meera Sharma", "c-meera", None)
    assert identity.kind is PersonKind.PARENT
    assert identity.verified
    assert client.identity == identity


async def test_a_bare_session_is_filled_in_from_a_readable_token(school: LittleSchool, noon: Clock) -> None:
    school.answer(
        SESSION, plain({"user": {"name": "Meera", "email": "meera@example.com"}, "expires": "soon"})
    )
    token = jws(email="meera@example.com", contactId="c-meera", contactType="CONTACT_PARENT", isContact=True)

    async with Client(Deployment(), "riverside", token, clock=noon, app=school) as client:
        identity = await client.auth.who_am_i()

    assert (identity.contact_id, identity.kind) == ("c-meera", PersonKind.PARENT)
    assert not identity.verified
    assert identity.expires is Unknown.UNREADABLE


async def test_each_answer_may_renew_the_token(school: LittleSchool, client: Client) -> None:
    school.answer(SESSION, plain({"user": PARENT}).setting(CROWN))

    await client.auth.who_am_i()
    await client.auth.who_am_i()

    assert client.session.token == NEW
    assert [asked.cookies[SESSION_COOKIE] for asked in school.asked] == [jwe().reveal(), NEW.reveal()]


async def test_a_clearing_cookie_beside_a_user_is_ignored(school: LittleSchool, client: Client) -> None:
    school.answer(SESSION, plain({"user": PARENT}).setting(f"{SESSION_COOKIE}=; Max-Age=0"))

    await client.auth.who_am_i()

    assert client.session.token == jwe()


async def test_null_means_that_the_session_is_over(school: LittleSchool, client: Client) -> None:
    school.answer(SESSION, plain({"user": PARENT}), plain(None))
    await client.auth.who_am_i()

    with pytest.raises(SessionEnded):
        await client.auth.who_am_i()
    with pytest.raises(SessionEnded):
        await client.fees.of("c-1")

    assert client.session.token is None
    assert client.identity is None
    assert len(school.asked) == 2


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (plain({"message": "There was a problem with the server configuration"}, 500), ServerTrouble),
        (html(502), ServerTrouble),
        (html(401), ServerTrouble),
        (html(404), ServerTrouble),
        (plain(None, 429), TooManyRequests),
        (redirect("/signin"), UnreadableAnswer),
        (html(), UnreadableAnswer),
        (Reply(b""), UnreadableAnswer),
        (plain({}), UnreadableAnswer),
        (plain([]), UnreadableAnswer),
        (plain({"user": None}), UnreadableAnswer),
        (plain(False), UnreadableAnswer),
    ],
)
async def test_anything_else_is_trouble_and_keeps_the_token(
    school: LittleSchool, client: Client, reply: Reply, error: type[ApiError]
) -> None:
    await client.auth.who_am_i()
    school.answer(SESSION, reply)

    with pytest.raises(ApiError) as caught:
        await client.auth.who_am_i()

    assert type(caught.value) is error
    assert client.session.token == jwe()
    assert client.identity is not None


async def test_a_readable_token_of_another_school_is_refused_before_anything_is_sent(
    school: LittleSchool, noon: Clock
) -> None:
    token = jws(institutionSlug="springdale")

    async with Client(Deployment(), "riverside", token, clock=noon, app=school) as client:
        for asking in (client.auth.who_am_i, client.children.mine, lambda: client.fees.of("c-1")):
            with pytest.raises(TenantMismatch):
                await asking()
        assert not await client.auth.sign_out()

    assert school.asked == []


async def test_a_question_that_the_end_overtakes_is_told_that_it_is_over(
    school: LittleSchool, client: Client
) -> None:
    overtaken = [asyncio.create_task(ask) for ask in (client.auth.who_am_i(), client.fees.of("c-1"))]
    await asyncio.sleep(0)
    client.session.end(client.session.next_ticket())

    for outcome in await asyncio.gather(*overtaken, return_exceptions=True):
        assert isinstance(outcome, SessionEnded)
    assert school.asked == []


async def test_without_a_session_nothing_is_asked(school: LittleSchool, client: Client) -> None:
    client.session.invalidate()

    with pytest.raises(NotSignedIn):
        await client.auth.who_am_i()

    assert school.asked == []


async def test_signing_out_forgets_first_and_then_tells_the_server(
    door: LittleSchool, client: Client
) -> None:
    await client.auth.who_am_i()
    cleared = plain({"url": "/"}).setting(f"{SESSION_COOKIE}=; Max-Age=0; Path=/")
    door.answer("/api/auth/signout", cleared, method="POST")
    gate = door.hold("/api/auth/signout")

    leaving = asyncio.create_task(client.auth.sign_out())
    await door.arrival(3)
    assert client.session.token is None
    assert client.identity is None
    gate.set()

    assert await leaving
    told = door.asked[-1]
    assert told.cookies == {CSRF_COOKIE: "abc%7Cdef", SESSION_COOKIE: jwe().reveal()}
    assert told.form["csrfToken"] == "7f0c1f0c5e1d4c5e8f3b"


@pytest.mark.parametrize("reply", [plain({"url": "/"}), html(500), html(403).setting(f"{SESSION_COOKIE}=")])
async def test_a_server_that_does_not_confirm_changes_nothing_about_leaving(
    door: LittleSchool, client: Client, reply: Reply
) -> None:
    door.answer("/api/auth/signout", reply, method="POST")

    assert not await client.auth.sign_out()
    assert client.session.token is None


async def test_signing_out_does_not_wait_for_ever(
    door: LittleSchool, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optilearn_tui.api.auth.SIGN_OUT_TIMEOUT", 0.01)
    door.hold("/api/auth/csrf")

    assert not await client.auth.sign_out()
    assert client.session.token is None


async def test_an_answer_on_its_way_revives_nobody(school: LittleSchool, client: Client) -> None:
    school.answer(SESSION, plain({"user": PARENT}).setting(CROWN))
    gate = school.hold(SESSION)

    asking = asyncio.create_task(client.auth.who_am_i())
    await school.arrival(1)
    client.session.invalidate()
    gate.set()

    with pytest.raises(NotSignedIn):
        await asking
    assert client.identity is None
    assert client.session.token is None


async def test_the_school_is_asked_and_never_the_bare_domain(door: LittleSchool, noon: Clock) -> None:
    async with Client(Deployment(), "Riverside", clock=noon, app=door, retry=ONCE) as client:
        await sign_in(client)

    assert {asked.host for asked in door.asked} == {"riverside.opticrm.app"}
