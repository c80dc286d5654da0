"""How freely the schools are asked: what each choice means for clients and for whoever asks by itself."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from optilearn_tui.tui.economy import Economy
from tests.tui.dashboard import JOHN, MEERA

if TYPE_CHECKING:
    from tests.conftest import ClientOf


class Asker:
    """Counts how often it was told that something changed."""

    def __init__(self) -> None:
        self.heard = 0

    def heed(self) -> None:
        self.heard += 1


async def test_what_was_chosen_holds_for_clients_taken_up_before_and_after(client_of: ClientOf) -> None:
    economy = Economy()
    before, after = client_of(MEERA), client_of(JOHN)
    economy.take_up(before)
    economy.low_data = economy.offline = True
    economy.take_up(after)
    assert [(client.low_data, client.offline) for client in (before, after)] == [(True, True)] * 2
    economy.low_data = economy.offline = False
    assert [(client.low_data, client.offline) for client in (before, after)] == [(False, False)] * 2


async def test_while_the_screen_is_locked_no_request_leaves_and_afterwards_what_was_chosen_holds(
    client_of: ClientOf,
) -> None:
    economy, client = Economy(), client_of(MEERA)
    economy.take_up(client)
    economy.locked = True
    assert client.offline
    economy.offline = True
    economy.locked = False
    assert client.offline
    economy.offline = False
    assert not client.offline


@pytest.mark.parametrize(
    ("low_data", "offline", "attended", "locked", "by_itself"),
    [
        (False, False, True, False, True),
        (True, False, True, False, False),
        (False, True, True, False, False),
        (False, False, False, False, False),
        (False, False, True, True, False),
    ],
)
def test_nothing_is_asked_by_itself_in_low_data_mode_offline_locked_or_unattended(
    *, low_data: bool, offline: bool, attended: bool, locked: bool, by_itself: bool
) -> None:
    economy = Economy(low_data=low_data)
    economy.offline, economy.attended, economy.locked = offline, attended, locked
    assert economy.asks_by_itself is by_itself
    assert economy.looks_ahead is by_itself


async def test_on_a_slow_line_refreshes_are_rare_and_nothing_is_read_ahead(client_of: ClientOf) -> None:
    economy, client = Economy(), client_of(MEERA)
    economy.take_up(client)
    assert (economy.is_slow, economy.patience) == (False, 1)
    for _ in range(8):
        client.line.observe(0.6, 800, 0.1)
    assert economy.is_slow
    assert economy.patience > 1
    assert not economy.looks_ahead
    assert economy.asks_by_itself


def test_followers_hear_of_each_change_and_when_nobody_asks_any_more() -> None:
    economy, asker = Economy(), Asker()
    economy.follow(asker)
    economy.low_data = True
    assert asker.heard == 1
    with economy.asking(), economy.asking():
        assert not economy.is_idle
    assert economy.is_idle
    assert asker.heard == 2


def test_a_follower_that_is_gone_is_forgotten() -> None:
    economy, asker = Economy(), Asker()
    economy.follow(asker)
    kept = ref(asker)
    del asker
    gc.collect()
    assert kept() is None
    economy.low_data = True
