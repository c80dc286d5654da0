"""`optilearn login`: signs in and keeps the session, or keeps a school's service key.

Secrets come from standard input or a prompt.
"""

from __future__ import annotations

import asyncio
import getpass
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from optilearn_tui.accounts import TokenSource
from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.tenancy import parse_slug
from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.streams import complain, tell
from optilearn_tui.cli.visit import accounts_of, mention
from optilearn_tui.credentials import StoreKind
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import problem

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings

_LONGEST_SECRET = 100_000  # characters; the longest session is a third of it (AUTH.md)


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Keep the session or the key where it was asked for, and say so; failed where it could not be kept."""
    accounts = accounts_of(surroundings, StoreKind(arguments.store))
    slug = arguments.institution or accounts.institution or _asked(tr("Institution"), "--institution")
    if arguments.service_key_stdin:
        return _keep_service_key(accounts, parse_slug(slug), arguments, surroundings)
    signed_in = asyncio.run(_session(accounts, parse_slug(slug), arguments, surroundings))
    mention(signed_in.notices)
    if _is_lost(signed_in.source, arguments, surroundings):
        return Exit.FAILED
    _welcome(signed_in)
    if signed_in.source is TokenSource.MEMORY:
        complain(_not_kept(surroundings) or tr("The session was not kept, as you asked."))
    return Exit.DONE


def _keep_service_key(accounts: Accounts, slug: str, arguments: Arguments, surroundings: Surroundings) -> int:
    kept = asyncio.run(accounts.keep_service_key(slug, _from_stdin()))
    for notice in kept.notices:
        complain(problem(notice).sentence)
    if _is_lost(kept.source, arguments, surroundings):
        complain(
            tr("The service key was not kept. In a private file: login --service-key-stdin --store file.")
        )
        return Exit.FAILED
    tell(tr("{institution} has accepted the service key.", institution=kept.slug) + "\n")
    if kept.source is TokenSource.MEMORY:
        complain(_not_kept(surroundings) or tr("The service key was not kept, as you asked."))
    return Exit.DONE


def _is_lost(source: TokenSource, arguments: Arguments, surroundings: Surroundings) -> bool:
    """Whether what was to be kept will be gone with this command."""
    is_wanted = arguments.store == StoreKind.MEMORY or surroundings.settings.keep_nothing
    return source is TokenSource.MEMORY and not is_wanted


def _not_kept(surroundings: Surroundings) -> str | None:
    if not surroundings.settings.keep_nothing:
        return None
    return tr("Nothing was kept: the settings say keep_nothing = true.")


def _session(
    accounts: Accounts, slug: str, arguments: Arguments, surroundings: Surroundings
) -> Coroutine[None, None, SignedIn]:
    """Ask for what is missing, and say how the session is to be begun."""
    if arguments.token_stdin:
        return _closed(accounts, accounts.sign_in_with_token(slug, _from_stdin()))
    kind = AccountKind(arguments.kind or surroundings.settings.account_kind or AccountKind.PARENT)
    email = arguments.email or _asked(tr("E-mail"), "--email")
    return _closed(accounts, accounts.sign_in(slug, kind, email, _password(arguments)))


async def _closed(accounts: Accounts, signing_in: Coroutine[None, None, SignedIn]) -> SignedIn:
    signed_in = await signing_in
    await signed_in.client.aclose()
    if signed_in.account is not None and not signed_in.account.school:
        # Asked here, where somebody waits anyway, so that no dashboard has to.
        with suppress(ApiError):
            await accounts.look_up(signed_in.client.slug)
    return signed_in


def _password(arguments: Arguments) -> str:
    if arguments.password_stdin:
        return _given(_from_stdin().removesuffix("\n").removesuffix("\r"))
    _require_person("--password-stdin")
    try:
        password = getpass.getpass(tr("{label}: ", label=tr("Password")))
    except EOFError:  # Ctrl+D
        password = ""
    return _given(password)


def _asked(label: str, option: str) -> str:
    _require_person(option)
    sys.stderr.write(tr("{label}: ", label=label))
    sys.stderr.flush()
    return _given(sys.stdin.readline().strip())


def _given(text: str) -> str:
    if not text:
        raise Refusal(tr("Nothing was given. Start again when you have it at hand."))
    return text


def _from_stdin() -> str:
    with suppress(UnicodeDecodeError):
        return sys.stdin.read(_LONGEST_SECRET)
    # Raised here, outside of any `except`: that error holds what was given.
    raise Refusal(tr("What was given is not UTF-8 text."))


def _require_person(option: str) -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        Refusal: standard input is no terminal.
    """
    if not sys.stdin.isatty():
        raise Refusal(tr("There is no terminal to ask on. Give {option}.", option=option))


def _welcome(signed_in: SignedIn) -> None:
    identity = signed_in.identity
    name = identity.name if isinstance(identity.name, str) else tr("somebody")
    tell(tr("Signed in as {name} at {institution}.", name=name, institution=signed_in.client.slug) + "\n")
