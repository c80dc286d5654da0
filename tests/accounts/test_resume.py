"""Going on with the session of the environment or of an earlier run."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import TokenSource
from optilearn_tui.api.errors import (
    InvalidSlug,
    InvalidToken,
    MissingSlug,
    ServerTrouble,
    SessionEnded,
    TenantMismatch,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import FileStore, MemoryStore
from optilearn_tui.settings import Places, Settings
from tests.accounts.conftest import MEERA, RIVERSIDE, AccountsWith
from tests.accounts.stores import NeverAnswers, Unusable

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.sandbox import Sandbox


@pytest.fixture
def meera(sandbox: Sandbox) -> Token:
    """The session of a parent at riverside."""
    return parse_token(sandbox.account(MEERA).session_token)


async def test_a_kept_session_goes_on(accounts_with: AccountsWith, meera: Token) -> None:
    signed_in = await accounts_with(MemoryStore({RIVERSIDE: meera})).resume()
    assert signed_in is not None
    assert signed_in.identity.email == MEERA
    assert signed_in.source is TokenSource.MEMORY
    assert signed_in.client.identity is signed_in.identity


async def test_a_session_is_looked_for_in_every_place(accounts_with: AccountsWith, meera: Token) -> None:
    signed_in = await accounts_with(Unusable(), MemoryStore({RIVERSIDE: meera})).resume()
    assert signed_in is not None
    assert signed_in.notices == ()


async def test_a_session_in_a_file_does_not_wait_for_the_keyring(
    accounts_with: AccountsWith, meera: Token, tmp_path: Path
) -> None:
    file = FileStore(tmp_path)
    await file.save(RIVERSIDE, meera)
    signed_in = await accounts_with(NeverAnswers(), file).resume()
    assert signed_in is not None
    assert signed_in.source is TokenSource.FILE


async def test_without_a_session_there_is_nobody(accounts_with: AccountsWith) -> None:
    accounts = accounts_with(MemoryStore())
    assert await accounts.resume() is None
    assert accounts.notices == ()


async def test_a_place_that_could_not_be_looked_into_is_told(accounts_with: AccountsWith) -> None:
    accounts = accounts_with(Unusable(), MemoryStore())
    assert await accounts.resume() is None
    assert [str(notice) for notice in accounts.notices] == ["keyring: locked (riverside)"]


async def test_without_an_institution_nothing_is_asked(
    accounts_with: AccountsWith, meera: Token, sandbox: Sandbox
) -> None:
    accounts = accounts_with(MemoryStore({RIVERSIDE: meera}), settings=Settings())
    assert await accounts.resume() is None
    assert not sandbox.visits


async def test_the_session_in_the_environment_wins_and_is_kept_nowhere(
    accounts_with: AccountsWith, meera: Token, sandbox: Sandbox, places: Places
) -> None:
    store = MemoryStore()
    guest = sandbox.stranger().session_token
    accounts = accounts_with(MemoryStore({RIVERSIDE: meera}), environ={"OPTILEARN_SESSION_TOKEN": guest})
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert signed_in.identity.email == "guest@example.com"
    assert signed_in.source is TokenSource.ENVIRONMENT
    assert await accounts.keep(signed_in) == ()
    assert await store.load(RIVERSIDE) is None
    assert not places.settings_file.exists()


async def test_a_session_in_the_environment_without_an_institution_asks_for_one(
    accounts_with: AccountsWith, meera: Token, sandbox: Sandbox
) -> None:
    # Its claims do name one; but a token must not choose where it is sent.
    accounts = accounts_with(settings=Settings(), environ={"OPTILEARN_SESSION_TOKEN": meera.reveal()})
    with pytest.raises(MissingSlug):
        await accounts.resume()
    assert not sandbox.visits


async def test_a_session_for_another_school_is_refused_before_anything_is_sent(
    accounts_with: AccountsWith, meera: Token, sandbox: Sandbox
) -> None:
    environ = {"OPTILEARN_SESSION_TOKEN": meera.reveal(), "OPTILEARN_INSTITUTION": "springdale"}
    with pytest.raises(TenantMismatch) as caught:
        await accounts_with(environ=environ).resume()
    assert (caught.value.signed_in_at, caught.value.asked) == ("riverside", "springdale")
    assert not sandbox.visits


async def test_nonsense_in_the_environment_is_told_and_not_sent(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    with pytest.raises(InvalidToken):
        await accounts_with(environ={"OPTILEARN_SESSION_TOKEN": "nonsense"}).resume()
    assert not sandbox.visits


@pytest.mark.parametrize("slug", ["evil.com/", "a.b", "learn"])
async def test_an_institution_that_cannot_be_is_told_and_no_other_is_asked(
    accounts_with: AccountsWith, meera: Token, sandbox: Sandbox, slug: str
) -> None:
    accounts = accounts_with(MemoryStore({RIVERSIDE: meera}), environ={"OPTILEARN_INSTITUTION": slug})
    with pytest.raises(InvalidSlug):
        await accounts.resume()
    assert not sandbox.visits


async def test_a_session_that_has_ended_is_forgotten(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    store = MemoryStore({RIVERSIDE: parse_token(sandbox.token(MEERA, lifetime=timedelta(days=-1)))})
    with pytest.raises(SessionEnded):
        await accounts_with(store).resume()
    assert await store.load(RIVERSIDE) is None


@pytest.mark.parametrize(
    ("trouble", "error"),
    [("500", ServerTrouble), ("429", ServerTrouble), ("html", UnreadableAnswer), ("empty", UnreadableAnswer)],
)
async def test_trouble_keeps_the_session(
    accounts_with: AccountsWith, sandbox: Sandbox, meera: Token, trouble: str, error: type[Exception]
) -> None:
    store = MemoryStore({RIVERSIDE: meera})
    accounts = accounts_with(store)
    sandbox.weather.fail("session", trouble)
    with pytest.raises(error):
        await accounts.resume()
    assert await store.load(RIVERSIDE) == meera
    sandbox.weather.clear()
    assert await accounts.resume() is not None


async def test_a_client_that_was_not_handed_out_is_closed(
    accounts_with: AccountsWith, sandbox: Sandbox, meera: Token, clients: list[Client]
) -> None:
    sandbox.weather.fail("session", "500")
    with pytest.raises(ServerTrouble):
        await accounts_with(MemoryStore({RIVERSIDE: meera})).resume()
    sandbox.weather.clear()
    (client,) = clients
    with pytest.raises(Unreachable):
        await client.auth.who_am_i()


@pytest.mark.parametrize(
    ("environ", "legacy", "remembered", "expected"),
    [
        ({"OPTILEARN_INSTITUTION": " Springdale "}, "riverside", "oakwood", "springdale"),
        ({}, "riverside", "oakwood", "riverside"),
        ({"OPTILEARN_INSTITUTION": ""}, None, "oakwood", "oakwood"),
        ({}, None, None, None),
    ],
)
def test_the_environment_chooses_the_institution_before_the_memory(
    accounts_with: AccountsWith,
    environ: dict[str, str],
    legacy: str | None,
    remembered: str | None,
    expected: str | None,
) -> None:
    settings = Settings(institution=remembered)
    accounts = accounts_with(settings=settings, environ=environ, legacy_slug=legacy)
    assert accounts.institution == expected
