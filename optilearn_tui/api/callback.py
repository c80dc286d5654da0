"""What the answer to an attempt at signing in means: the table of outcomes in AUTH.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from optilearn_tui.api.cookies import read_set_cookies
from optilearn_tui.api.envelope import parsed, told_to_wait
from optilearn_tui.api.errors import (
    AccountRefused,
    ApiError,
    FurtherStep,
    ServerTrouble,
    SignInFailed,
    UnreadableAnswer,
    WrongCredentials,
)
from optilearn_tui.api.session import token_in

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token
    from optilearn_tui.api.wire import Answer

_SESSION_COOKIE = re.compile(r"([\w.-]*session-token[\w-]*)(?:\.\d{1,2})?", re.ASCII)
_BEFORE_A_QUERY = re.compile(r"[?#]")
_CODE = re.compile(r"[a-z0-9_-]{1,40}", re.IGNORECASE)


class StaleCsrf(SignInFailed):
    """The CSRF token was missing or stale (`MissingCSRF`): worth one new attempt."""


def token_from(answer: Answer, cookie_name: str) -> Token:
    """The token that a successful attempt brought.

    The only proof of success is a live session cookie: a refused attempt and one that needs a further step
    are answered with 200 as well.

    Raises:
        SignInFailed: which outcome it was.
        ServerTrouble: the server had a problem; never a word about the password.
    """
    found = _query_of_target(answer)
    if (error := found.get("error")) is not None:
        raise _refusal(error, found.get("code"), answer)
    if (waiting := told_to_wait(answer)) is not None:
        raise waiting
    if answer.status >= 400:
        raise ServerTrouble(host=answer.host, status=answer.status)
    for name in dict.fromkeys((cookie_name, *_session_cookie_names(answer))):
        if (token := token_in(answer.set_cookies, name, answer.cookies_at)) is not None:
            return token
    raise FurtherStep(host=answer.host)


def _session_cookie_names(answer: Answer) -> Iterator[str]:
    """What the session's cookie may be called here: a school may have chosen a name of its own."""
    for cookie in read_set_cookies(answer.set_cookies, answer.cookies_at):
        if found := _SESSION_COOKIE.fullmatch(cookie.name):
            yield found[1]


def _refusal(error: str, code: str | None, answer: Answer) -> ApiError:
    match error:
        case "CredentialsSignin":
            known = code if code and _CODE.fullmatch(code) and code != "credentials" else None
            return WrongCredentials(host=answer.host, code=known)
        case "MissingCSRF":
            return StaleCsrf(host=answer.host)
        case "AccessDenied":
            return AccountRefused(host=answer.host)
        case "Configuration":
            return ServerTrouble(host=answer.host, status=answer.status if answer.status >= 400 else 500)
        case _:
            return SignInFailed(host=answer.host)


def _query_of_target(answer: Answer) -> dict[str, str]:
    """The query of the URL that an answer points at. Only read, never followed (AUTH.md, fact 7)."""
    target: object = answer.headers.get("location")
    if target is None:
        try:
            content = parsed(answer)
        except UnreadableAnswer:
            return {}
        target = content.get("url") if isinstance(content, dict) else None
    if not isinstance(target, str):
        return {}
    # Auth.js puts `?error=…` behind a school's own page, which may have a query or a fragment of its own.
    _, *pieces = _BEFORE_A_QUERY.split(target)
    return {name: values[0] for name, values in parse_qs("&".join(pieces)).items()}
