"""A command on behalf of the person who is signed in: their session taken up, and put back at the end.

Commands for staff do without a person where there is a service key (PLATFORM.md §3: service mode).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import NotSignedIn, SessionEnded
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.cli.streams import complain
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from optilearn_tui.accounts import Accounts, Notice, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.credentials import StoreKind


def accounts_of(surroundings: Surroundings, store: StoreKind | None = None) -> Accounts:
    """The way to sign in at the school that environment and settings describe. Slow: it imports the client.

    Args:
        surroundings: what the command found.
        store: where a new session is kept; where the person keeps them already, by default.

    Raises:
        Misconfigured: the platform's variables cannot be read.
        UnreadableSettings: the settings file cannot be read.
    """
    from optilearn_tui.accounts import accounts_here

    return accounts_here(
        surroundings.settings,
        surroundings.places,
        surroundings.environ,
        clock=surroundings.clock,
        store=store,
        who=surroundings.account,
    )


@asynccontextmanager
async def visit(surroundings: Surroundings) -> AsyncIterator[SignedIn]:
    """The person who is signed in, for as long as the command takes.

    Raises:
        NotSignedIn: nobody is, or the session has ended.
        ApiError: the school could not tell.
    """
    accounts = accounts_of(surroundings)
    signed_in = await accounts.resume()
    if signed_in is None:
        mention(accounts.notices)
        raise NotSignedIn
    mention(signed_in.notices)
    signed_in.client.takes_old_answers = False
    try:
        yield signed_in
        mention(await accounts.keep(signed_in))
    finally:
        await signed_in.client.aclose()


@asynccontextmanager
async def staff_visit(surroundings: Surroundings) -> AsyncIterator[Client]:
    """The client of the member of staff who is signed in; else one that asks with the service key alone.

    A parent or student is turned away before anything is asked: nothing that follows is for them, and no
    service key on this machine makes it so. For everybody else each answer of the school decides.

    Raises:
        Refusal: a parent or student is signed in.
        NotSignedIn: nobody is, or the session has ended, and there is no service key.
        ApiError: the school could not tell.
    """
    accounts = accounts_of(surroundings)
    signed_in = await _resumed(accounts)
    if signed_in is None:
        client = await _by_key(accounts, surroundings.environ)
    else:
        client = signed_in.client
        mention(signed_in.notices)
    client.takes_old_answers = False
    try:
        _turn_away(client)
        yield client
        if signed_in is not None:
            mention(await accounts.keep(signed_in))
    finally:
        await client.aclose()


async def _resumed(accounts: Accounts) -> SignedIn | None:
    """The person's session; None where there is none, or where it has ended and a service key can go on."""
    try:
        return await accounts.resume()
    except SessionEnded as ended:
        if accounts.begins_at is None or await accounts.service_key(accounts.begins_at) is None:
            raise
        from optilearn_tui.i18n.problems import problem

        instead = tr("The service key is used instead.")
        complain(f"{problem(ended).sentence} {instead}")
        return None


async def _by_key(accounts: Accounts, environ: Mapping[str, str]) -> Client:
    """A client that asks with the service key alone.

    Raises:
        NotSignedIn: there is no service key.
        MissingSlug: the environment has one, and nothing says for which institution.
    """
    notices = accounts.notices
    may_be = accounts.begins_at is not None or environ.get("OPTICRM_API_KEY", "").strip()
    client = await accounts.service_client() if may_be else None
    if client is None:
        mention(notices)
        raise NotSignedIn
    return client


def _turn_away(client: Client) -> None:
    match client.identity:
        case Identity(kind=PersonKind.PARENT):
            raise Refusal(
                tr(
                    "This is for those who work at the school, and you are signed in as a parent. "
                    "For your own children: optilearn children."
                ),
                code=Exit.FORBIDDEN,
            )
        case Identity(kind=PersonKind.STUDENT):
            raise Refusal(
                tr("This is for those who work at the school, and you are signed in as a student."),
                code=Exit.FORBIDDEN,
            )


def mention(notices: Iterable[Notice]) -> None:
    """Say on standard error what did not work and did not stop the command."""
    for notice in notices:
        from optilearn_tui.i18n.problems import problem

        complain(str(problem(notice)))
