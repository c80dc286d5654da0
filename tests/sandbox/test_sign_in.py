"""Signing in and out as Auth.js does it (AUTH.md, the table of outcomes)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import CSRF, PASSWORD, SESSION, Visitor, set_cookies

if TYPE_CHECKING:
    import httpx

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
SIGN_IN = "/api/auth/callback/student-parent"


def query_of(answer: httpx.Response) -> dict[str, list[str]]:
    return parse_qs(urlsplit(answer.json()["url"]).query)


async def test_a_parent_signs_in_and_the_cookie_is_the_proof(visitor: Visitor) -> None:
    answer = await visitor.sign_in(MEERA)
    assert (answer.status_code, answer.json()) == (200, {"url": "http://riverside.localhost/"})
    cookie = set_cookies(answer)[SESSION]
    assert {"domain": ".localhost", "path": "/", "httponly": "", "samesite": "Lax"}.items() <= (
        cookie.attributes.items()
    )
    children = await visitor.get("learn", "/api/parent/children", cookie=cookie.as_sent(SESSION))
    assert len(children.json()["data"]["children"]) == 3


async def test_the_token_is_a_jws_with_the_documented_claims(visitor: Visitor) -> None:
    token = set_cookies(await visitor.sign_in(MEERA))[SESSION].value
    claims = jwt.decode(token, options={"verify_signature": False})
    assert jwt.get_unverified_header(token)["alg"] == "HS256"
    assert {name: claims[name] for name in ("iat", "exp")} == {"iat": 1776234600, "exp": 1778826600}
    assert {name: value for name, value in claims.items() if name not in {"iat", "exp", "jti"}} == {
        "id": "c-meera",
        "email": MEERA,
        "name": "Meera Sharma",
        "role": None,
        "institutionId": "inst-riverside",
        "institutionSlug": "riverside",
        "isContact": True,
        "contactId": "c-meera",
        "contactType": "CONTACT_PARENT",
    }


async def test_staff_sign_in_through_their_own_provider(visitor: Visitor) -> None:
    token = set_cookies(await visitor.sign_in(PRINCIPAL, provider="staff"))[SESSION].value
    claims = jwt.decode(token, options={"verify_signature": False})
    assert (claims["isContact"], claims["role"], claims["contactId"]) == (False, "PRINCIPAL", None)


@pytest.mark.parametrize(
    ("email", "password", "place", "provider"),
    [
        (MEERA, "wrong", "riverside", "student-parent"),
        (MEERA, "", "riverside", "student-parent"),
        ("nobody@example.com", PASSWORD, "riverside", "student-parent"),
        (PRINCIPAL, PASSWORD, "riverside", "student-parent"),
        (MEERA, PASSWORD, "riverside", "staff"),
        (MEERA, PASSWORD, "springdale", "student-parent"),
        (MEERA, PASSWORD, "learn", "student-parent"),
    ],
)
async def test_a_refused_sign_in_is_200_with_the_reason_in_the_query_and_no_cookie(
    visitor: Visitor, email: str, password: str, place: str, provider: str
) -> None:
    answer = await visitor.sign_in(email, password, at=place, provider=provider)
    assert answer.status_code == 200
    assert query_of(answer) == {"error": ["CredentialsSignin"], "code": ["credentials"]}
    assert set_cookies(answer) == {}


async def test_the_host_says_which_institution_whatever_the_form_claims(visitor: Visitor) -> None:
    token, cookie = await visitor.csrf("springdale")
    form = {"csrfToken": token, "email": MEERA, "password": PASSWORD, "institutionSlug": "riverside"}
    headers = {"cookie": cookie, "x-auth-return-redirect": "1"}
    answer = await visitor.send("POST", "springdale", SIGN_IN, headers=headers, form=form)
    assert query_of(answer)["error"] == ["CredentialsSignin"]


async def test_on_learn_the_form_names_the_institution(visitor: Visitor) -> None:
    token, cookie = await visitor.csrf("learn")
    form = {"csrfToken": token, "email": MEERA, "password": PASSWORD, "institutionSlug": " Riverside "}
    answer = await visitor.send("POST", "learn", SIGN_IN, {"cookie": cookie}, form)
    assert (answer.status_code, answer.headers["location"]) == (302, "http://learn.localhost/")
    assert SESSION in set_cookies(answer)


async def test_an_e_mail_is_not_case_sensitive(visitor: Visitor) -> None:
    assert SESSION in set_cookies(await visitor.sign_in(" Meera.Sharma@Example.com "))


@pytest.mark.parametrize("given", ["", "0" * 64])
async def test_a_missing_or_stale_csrf_token_is_named(visitor: Visitor, given: str) -> None:
    _, cookie = await visitor.csrf()
    form = {"csrfToken": given, "email": MEERA, "password": PASSWORD}
    for sent in (cookie, "", f"{CSRF}={'0' * 64}%7C{'0' * 64}", f"{CSRF}=%C3%BC%7C%C3%A9"):
        headers = {"cookie": sent, "x-auth-return-redirect": "1"}
        answer = await visitor.send("POST", "riverside", SIGN_IN, headers, form)
        assert query_of(answer) == {"error": ["MissingCSRF"]}
        assert set_cookies(answer) == {}


async def test_an_account_that_was_closed_is_refused_by_name(visitor: Visitor) -> None:
    answer = await visitor.sign_in("former.parent@example.com")
    assert query_of(answer) == {"error": ["AccessDenied"]}
    assert set_cookies(answer) == {}


async def test_a_further_step_shows_neither_error_nor_cookie(visitor: Visitor) -> None:
    answer = await visitor.sign_in("careful.parent@example.com")
    assert query_of(answer) == {}
    assert set_cookies(answer) == {}


async def test_only_credentials_providers_take_a_password(visitor: Visitor) -> None:
    for provider in ("google", "nonsense"):
        assert query_of(await visitor.sign_in(MEERA, provider=provider)) == {"error": ["Configuration"]}


async def test_two_providers_take_credentials_and_one_does_not(visitor: Visitor) -> None:
    told = (await visitor.get("riverside", "/api/auth/providers")).json()
    assert {provider: row["type"] for provider, row in told.items()} == {
        "student-parent": "credentials",
        "staff": "credentials",
        "google": "oidc",
    }
    assert told["staff"]["callbackUrl"] == "http://riverside.localhost/api/auth/callback/staff"


async def test_the_csrf_cookie_is_token_and_hash_percent_encoded(visitor: Visitor) -> None:
    token, cookie = await visitor.csrf()
    name, _, value = cookie.partition("=")
    assert name == CSRF
    assert value.startswith(f"{token}%7C")
    assert len(value) == 64 + 3 + 64


async def test_a_genuine_csrf_cookie_keeps_its_token_and_a_forged_one_is_replaced(visitor: Visitor) -> None:
    token, cookie = await visitor.csrf()
    again = await visitor.get("riverside", "/api/auth/csrf", cookie=cookie)
    assert (again.json()["csrfToken"], set_cookies(again)) == (token, {})
    forged = await visitor.get("riverside", "/api/auth/csrf", cookie=f"{cookie}0")
    assert forged.json()["csrfToken"] != token
    assert CSRF in set_cookies(forged)


async def test_signing_out_clears_the_cookie_and_revokes_nothing(visitor: Visitor) -> None:
    session = visitor.cookie(MEERA)
    token, csrf = await visitor.csrf()
    headers = {"cookie": f"{csrf}; {session}", "x-auth-return-redirect": "1"}
    answer = await visitor.send("POST", "riverside", "/api/auth/signout", headers, {"csrfToken": token})
    assert answer.json() == {"url": "http://riverside.localhost/"}
    assert set_cookies(answer)[SESSION].is_cleared
    assert (await visitor.learn(MEERA, "parent/children")).status_code == 200


async def test_signing_out_needs_the_csrf_pair_and_a_post(visitor: Visitor) -> None:
    headers = {"cookie": visitor.cookie(MEERA), "x-auth-return-redirect": "1"}
    answer = await visitor.send("POST", "riverside", "/api/auth/signout", headers)
    assert query_of(answer) == {"error": ["MissingCSRF"]}
    page = await visitor.send("GET", "riverside", "/api/auth/signout", headers)
    assert page.headers["content-type"].startswith("text/html")
    assert set_cookies(answer) == set_cookies(page) == {}


async def test_over_https_the_cookies_have_their_secure_names() -> None:
    visitor = Visitor(Sandbox(base_domain="school.example", protocol="https"))
    answer = await visitor.get("riverside", "/api/auth/csrf")
    csrf = set_cookies(answer)["__Host-authjs.csrf-token"]
    assert "secure" in csrf.attributes
    assert "domain" not in csrf.attributes
    form = {"csrfToken": answer.json()["csrfToken"], "email": MEERA, "password": PASSWORD}
    headers = {"cookie": csrf.as_sent("__Host-authjs.csrf-token"), "x-auth-return-redirect": "1"}
    done = await visitor.send("POST", "riverside", SIGN_IN, headers, form)
    session = set_cookies(done)["__Secure-authjs.session-token"]
    assert session.attributes["domain"] == ".school.example"
    assert "secure" in session.attributes
