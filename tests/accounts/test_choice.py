"""Which of several accounts is meant."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import Account, AmbiguousAccount, Directory, UnknownAccount, person_of
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.i18n.problems import problem
from optilearn_tui.settings import Places, Settings, Source, load
from tests.accounts.people import account
from tests.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.accounts.conftest import AccountsWith

MEERA = account("meera@example.com", name="Meera Sharma", at=NOON - timedelta(days=2))
MEERA_THERE = account("meera@example.com", "springdale", name="Meera Sharma", at=NOON - timedelta(days=1))
JOHN = account("john@example.com", name="John D'Souza", at=NOON)
STAFF = account("t-7", "oakwood", name="मीरा शर्मा", kind=PersonKind.STAFF, at=NOON - timedelta(days=3))
EVERYBODY = (MEERA, MEERA_THERE, JOHN, STAFF)


@pytest.fixture(autouse=True)
def known(places: Places) -> Sequence[Account]:
    """Four accounts at three schools."""
    for each in EVERYBODY:
        Directory.at(places).note(each, lasting=True)
    return EVERYBODY


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(institution="riverside", account="meera@example.com"), MEERA),
        (Settings(institution="riverside", account="Meera@Example.com"), MEERA),
        (Settings(institution="springdale", account="meera@example.com"), MEERA_THERE),
        (Settings(institution="riverside"), JOHN),
        (Settings(institution="riverside", account="nobody@example.com"), JOHN),
        (Settings(institution="nowhere"), None),
        (Settings(), JOHN),
    ],
)
def test_the_chosen_account_is_the_default_else_the_one_used_last_at_that_school(
    accounts_with: AccountsWith, settings: Settings, expected: Account | None
) -> None:
    assert accounts_with(settings=settings).default == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("john@example.com", JOHN),
        (" JOHN@example.com ", JOHN),
        ("riverside/meera@example.com", MEERA),
        ("springdale/meera@example.com", MEERA_THERE),
        ("springdale", MEERA_THERE),
        ("oakwood", STAFF),
        ("t-7", STAFF),
        ("souza", JOHN),
        ("मीरा", STAFF),
        ("meera@example.com", MEERA),  # at the chosen school
    ],
)
def test_an_account_can_be_called_by_many_names(
    accounts_with: AccountsWith, who: str, expected: Account
) -> None:
    assert accounts_with().called(who) == expected
    assert accounts_with(who=who).default == expected


@pytest.mark.parametrize("who", ["riverside", "example.com"])
def test_a_name_of_several_is_answered_with_all_of_them(accounts_with: AccountsWith, who: str) -> None:
    with pytest.raises(AmbiguousAccount) as caught:
        accounts_with().called(who)
    assert set(caught.value.candidates) >= {"riverside/john@example.com", "riverside/meera@example.com"}
    assert "riverside/john@example.com" in str(problem(caught.value))


@pytest.mark.parametrize("who", ["nobody@example.com", "", "  "])
def test_a_name_of_nobody_is_answered_with_whom_there_is(accounts_with: AccountsWith, who: str) -> None:
    with pytest.raises(UnknownAccount) as caught:
        accounts_with().called(who)
    assert len(caught.value.known) == len(EVERYBODY)
    assert "oakwood/t-7" in problem(caught.value).next_step


def test_the_environment_names_an_account_at_any_school(accounts_with: AccountsWith, places: Places) -> None:
    settings = load(places, {"OPTILEARN_ACCOUNT": "oakwood"})
    assert settings.source_of("account") is Source.ENVIRONMENT
    assert accounts_with(settings=settings).default == STAFF
    assert accounts_with(settings=settings, who="souza").default == JOHN


async def test_whoever_is_chosen_is_the_default_of_this_run_and_the_next(
    accounts_with: AccountsWith, places: Places
) -> None:
    accounts = accounts_with()
    assert await accounts.choose(STAFF) == ()
    assert accounts.default == STAFF
    assert accounts.institution == "oakwood"
    settings = load(places, {})
    assert (settings.institution, settings.account, settings.account_kind) == ("oakwood", "t-7", "staff")
    assert accounts_with(settings=settings).default == STAFF


async def test_a_school_is_called_by_its_own_name_wherever_it_is_listed(accounts_with: AccountsWith) -> None:
    await accounts_with().look_up("riverside")
    named = {each.label: each.school for each in accounts_with().known()}
    assert named["riverside/john@example.com"] == named["riverside/meera@example.com"] != ""
    assert named["oakwood/t-7"] == ""


def test_ids_that_differ_in_case_alone_are_two_people(accounts_with: AccountsWith, places: Places) -> None:
    one, other = (person_of(Identity(id=told, email=None)) for told in ("uAb1", "uaB1"))
    assert (one, other) == ("uAb1", "uaB1")
    for person in (one, other):
        Directory.at(places).note(account(person, "oakwood", at=NOON), lasting=True)
    chosen = accounts_with(settings=Settings(institution="oakwood", account=other)).default
    assert chosen is not None
    assert chosen.person == other
    accounts = accounts_with()
    assert accounts.called(f"oakwood/{one}").person == one
    with pytest.raises(AmbiguousAccount):
        accounts.called("UAB1")


def test_an_address_is_the_same_person_in_any_case() -> None:
    assert person_of(Identity(email=" Meera@Example.com ", id="u-1")) == "meera@example.com"
