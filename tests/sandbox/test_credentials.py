"""The two ways to be trusted, and for which institution (PLATFORM.md §1 and §3)."""

from __future__ import annotations

from datetime import timedelta

from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import SESSION, Visitor, code_of

CHILDREN = "/api/lms/parent/c-meera/children"


async def test_without_a_credential_the_lms_answers_401(visitor: Visitor) -> None:
    answer = await visitor.get("riverside", CHILDREN, x_institution_slug="riverside")
    assert (answer.status_code, code_of(answer)) == (401, "AUTH_REQUIRED")


async def test_without_a_session_learn_sends_to_its_sign_in_page(visitor: Visitor) -> None:
    for path in ("/api/parent/children", "/api/parent/children/c-aarav/overview"):
        answer = await visitor.get("learn", path)
        assert answer.status_code == 307
        assert answer.headers["location"].startswith(
            "http://learn.localhost/login?callbackUrl=%2Fapi%2Fparent"
        )


async def test_the_sign_in_page_is_a_page(visitor: Visitor) -> None:
    answer = await visitor.get("learn", "/login")
    assert answer.headers["content-type"].startswith("text/html")


async def test_the_service_key_reads_its_tenant(visitor: Visitor, sandbox: Sandbox) -> None:
    answer = await visitor.get(
        "riverside", CHILDREN, authorization=f"Bearer {sandbox.api_key}", x_institution_slug="riverside"
    )
    assert [row["contactId"] for row in answer.json()["data"]] == ["c-aarav", "c-diya", "c-kabir"]


async def test_a_wrong_service_key_is_nobody_even_beside_a_session(visitor: Visitor) -> None:
    cookie = visitor.cookie("meera.sharma@example.com")
    for key in ("Bearer wrong", "Bearer ", "Basic YTpi"):
        answer = await visitor.get(
            "riverside", CHILDREN, authorization=key, x_institution_slug="riverside", cookie=cookie
        )
        assert (answer.status_code, code_of(answer)) == (401, "AUTH_REQUIRED")


async def test_a_session_token_is_no_service_key(visitor: Visitor, sandbox: Sandbox) -> None:
    bearer = f"Bearer {sandbox.parent().session_token}"
    answer = await visitor.get("riverside", CHILDREN, authorization=bearer, x_institution_slug="riverside")
    assert code_of(answer) == "AUTH_REQUIRED"


async def test_the_service_key_is_of_no_use_on_learn(visitor: Visitor, sandbox: Sandbox) -> None:
    answer = await visitor.get("learn", "/api/parent/children", authorization=f"Bearer {sandbox.api_key}")
    assert answer.status_code == 307


async def test_every_lms_call_has_to_name_the_institution_of_its_host(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    key = f"Bearer {sandbox.api_key}"
    cookie = visitor.cookie("meera.sharma@example.com")
    answers = [
        await visitor.get("riverside", CHILDREN, authorization=key),
        await visitor.get("riverside", CHILDREN, authorization=key, x_institution_slug="springdale"),
        await visitor.get("riverside", CHILDREN, cookie=cookie),
        await visitor.get("riverside", CHILDREN, cookie=cookie, x_institution_slug="springdale"),
    ]
    assert {(answer.status_code, code_of(answer)) for answer in answers} == {(403, "TENANT_MISMATCH")}


async def test_a_session_of_one_institution_opens_no_other(visitor: Visitor) -> None:
    for email in ("meera.sharma@example.com", "principal@riverside.example"):
        answer = await visitor.lms(email, "parent/c-meera/children", at="springdale")
        assert (answer.status_code, code_of(answer)) == (403, "TENANT_MISMATCH")


async def test_an_expired_or_altered_session_is_no_session(visitor: Visitor, sandbox: Sandbox) -> None:
    good = sandbox.parent().session_token
    expired = sandbox.token("meera.sharma@example.com", lifetime=-timedelta(seconds=1))
    foreign = Sandbox(secret="another-secret-of-enough-length-for-a-key").parent().session_token
    unsigned = f"eyJhbGciOiJub25lIn0.{good.split('.')[1]}."
    for token in (expired, foreign, unsigned, good[:-4], "nonsense", ""):
        cookie = f"{SESSION}={token}"
        answer = await visitor.get("riverside", CHILDREN, cookie=cookie, x_institution_slug="riverside")
        assert answer.status_code == 401
        assert (await visitor.get("learn", "/api/parent/children", cookie=cookie)).status_code == 307


async def test_the_first_of_two_cookies_of_one_name_counts(visitor: Visitor) -> None:
    cookie = f"theme=dark; {visitor.cookie('meera.sharma@example.com')}; {SESSION}=other; broken"
    answer = await visitor.get("riverside", CHILDREN, cookie=cookie, x_institution_slug="riverside")
    assert answer.status_code == 200


async def test_whole_and_chunks_together_kill_the_session(visitor: Visitor) -> None:
    cookie = f"{visitor.cookie('meera.sharma@example.com')}; {SESSION}.0=old"
    answer = await visitor.get("riverside", CHILDREN, cookie=cookie, x_institution_slug="riverside")
    assert answer.status_code == 401


async def test_secrets_are_made_up_anew_for_each_sandbox_and_never_shown() -> None:
    one, other = Sandbox(), Sandbox()
    assert one.api_key != other.api_key
    account = one.parent()
    assert account.session_token not in repr(account)
    assert account.password not in repr(account)
    assert one.api_key not in repr(one)


async def test_key_and_secret_may_be_given() -> None:
    secret = "a-secret-of-enough-length-for-a-signing-key"
    given = Sandbox(api_key="given", secret=secret)
    assert given.api_key == "given"
    again = Visitor(Sandbox(secret=secret))
    answer = await again.get(
        "learn", "/api/parent/children", cookie=Visitor(given).cookie(given.parent().email)
    )
    assert answer.status_code == 200
