"""The session: renewed in the order of asking, never revived, never another institution's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from optilearn_tui.api.errors import NotSignedIn, SessionEnded, TenantMismatch
from optilearn_tui.api.session import Session
from optilearn_tui.api.token import CHUNK_SIZE, Token
from tests.api.tokens import jwe, jws

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
NAME = "authjs.session-token"


def session(token: Token | None = None) -> Session:
    return Session("riverside", NAME, token)


def setting(token: Token) -> list[str]:
    return [f"{NAME}={token.reveal()}; Path=/; HttpOnly"]


def test_the_token_goes_out_under_its_cookies_name() -> None:
    token = jwe()

    assert session(token).cookie().reveal() == f"{NAME}={token.reveal()}"


def test_a_token_pasted_with_another_cookie_name_keeps_it() -> None:
    token = Token(jwe().reveal(), cookie_name="next-auth.session-token")

    assert session(token).cookie().reveal().startswith("next-auth.session-token=")


def test_a_renewed_token_replaces_the_old_one() -> None:
    held = session(jwe("old"))

    held.renew(held.next_ticket(), setting(jwe("new")), NOW)

    assert held.token == jwe("new")


def test_an_older_answer_never_overwrites_a_newer_token() -> None:
    held = session(jwe("old"))
    first, second = held.next_ticket(), held.next_ticket()

    held.renew(second, setting(jwe("second")), NOW)
    held.renew(first, setting(jwe("first")), NOW)

    assert held.token == jwe("second")


def test_an_answer_without_token_does_not_count_as_newer() -> None:
    held = session(jwe("old"))
    first, second = held.next_ticket(), held.next_ticket()

    held.renew(second, [], NOW)
    held.renew(first, setting(jwe("first")), NOW)

    assert held.token == jwe("first")


@pytest.mark.parametrize(
    "lines",
    [
        [f"{NAME}=; Max-Age=0"],
        [f"{NAME}=not a token"],
        [f"{NAME}.0=abc", f"{NAME}.2=def"],
        [f"{NAME}-other={jwe('x').reveal()}"],
        [f"__Secure-{NAME}={jwe('x').reveal()}"],
    ],
)
def test_what_is_no_live_token_changes_nothing(lines: list[str]) -> None:
    held = session(jwe())

    held.renew(held.next_ticket(), lines, NOW)

    assert held.token == jwe()


def test_a_token_may_come_and_go_in_chunks() -> None:
    long = Token(f"{jwe().reveal()}{'x' * CHUNK_SIZE}")
    held = session(jwe())
    text = long.reveal()

    held.renew(
        held.next_ticket(),
        [f"{NAME}=; Max-Age=0", f"{NAME}.1={text[CHUNK_SIZE:]}", f"{NAME}.0={text[:CHUNK_SIZE]}"],
        NOW,
    )

    assert held.token == long
    assert held.cookie().reveal() == f"{NAME}.0={text[:CHUNK_SIZE]}; {NAME}.1={text[CHUNK_SIZE:]}"


def test_nothing_on_its_way_revives_a_session_after_signing_out() -> None:
    held = session(jwe())
    ticket = held.next_ticket()

    held.invalidate()
    held.renew(ticket, setting(jwe("late")), NOW)

    assert held.token is None
    with pytest.raises(NotSignedIn):
        held.cookie()


def test_nothing_on_its_way_touches_the_next_account() -> None:
    held = session(jwe("meera"))
    ticket = held.next_ticket()

    held.start(jwe("sunita"))
    held.renew(ticket, setting(jwe("meera-late")), NOW)
    held.end(ticket)

    assert held.token == jwe("sunita")


def test_once_the_server_said_it_is_over_it_is_over() -> None:
    held = session(jwe())

    held.end(held.next_ticket())

    with pytest.raises(SessionEnded):
        held.cookie()
    held.start(jwe("again"))
    assert held.cookie()


def test_a_readable_token_of_another_institution_is_refused() -> None:
    held = session(jws(institutionSlug="Springdale"))

    with pytest.raises(TenantMismatch) as caught:
        held.cookie()

    assert (caught.value.signed_in_at, caught.value.asked) == ("springdale", "riverside")


@pytest.mark.parametrize("slug", ["riverside", " RIVERSIDE", None, 7, "", "not a slug", "learn"])
def test_a_readable_token_that_names_no_other_institution_is_sent(slug: object) -> None:
    assert session(jws(institutionSlug=slug)).cookie()


def test_a_session_does_not_print() -> None:
    assert repr(session(Token("a-very-secret-token"))) == "<session at riverside, open>"
    assert repr(session()) == "<session at riverside, none>"
