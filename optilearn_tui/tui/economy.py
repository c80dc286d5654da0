"""How freely the schools are asked: as the person, the terminal and the line allow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from weakref import WeakSet

if TYPE_CHECKING:
    from optilearn_tui.api.cache.kept import Amount
    from optilearn_tui.api.client import Client

_SLOW = 4.0
"""How many times longer the pauses between refreshes are on a slow line."""


@runtime_checkable
class Follower(Protocol):
    """Something that asks by itself, and wants to know when it may."""

    def heed(self) -> None:
        """Something about the economy is different, or nobody is asking anything any more."""


class Economy:
    """What holds for every question of a run, whoever asks it. Followers are held weakly."""

    def __init__(self, *, low_data: bool = False) -> None:
        """Everything allowed, except what low-data mode forbids.

        Args:
            low_data: begin in low-data mode.
        """
        self._low_data = low_data
        self._offline = False
        self._locked = False
        self._attended = True
        self._clients: WeakSet[Client] = WeakSet()
        self._followers: WeakSet[Follower] = WeakSet()
        self._under_way = 0

    # What the person wants.

    @property
    def low_data(self) -> bool:
        """Nothing is asked ahead or refreshed by itself, and answers may take longer."""
        return self._low_data

    @low_data.setter
    def low_data(self, low_data: bool) -> None:
        self._low_data = low_data
        self._settle()

    @property
    def offline(self) -> bool:
        """No request leaves; what was not to be had is asked for once one may again."""
        return self._offline

    @offline.setter
    def offline(self, offline: bool) -> None:
        self._offline = offline
        self._settle()

    @property
    def locked(self) -> bool:
        """The screen is locked, and no request leaves."""
        return self._locked

    @locked.setter
    def locked(self, locked: bool) -> None:
        self._locked = locked
        self._settle()

    @property
    def attended(self) -> bool:
        """The terminal has the focus, as far as it tells."""
        return self._attended

    @attended.setter
    def attended(self, attended: bool) -> None:
        self._attended = attended
        self._settle()

    def take_up(self, client: Client) -> None:
        """Let what holds now and later hold for this client as well."""
        self._clients.add(client)
        self._instruct(client)

    def follow(self, follower: Follower) -> None:
        """Tell `follower` of every change, as long as it lives."""
        self._followers.add(follower)

    def try_again(self) -> None:
        """A person asks: hosts that gave no answer lately are not passed over."""
        for client in self._clients:
            client.try_again()

    @property
    def knows_a_line(self) -> bool:
        """Whether there is a client to tell what came and went."""
        return bool(self._clients)

    async def used_today(self) -> Amount:
        """The bytes that came and went today, as far as the clients taken up know."""
        from optilearn_tui.api.cache.kept import Amount

        told = [await client.traffic.today() for client in tuple(self._clients)]
        # They count at one place: each tells what those before it had not written down yet as well.
        return max(told, key=lambda amount: amount.received, default=Amount())

    # What follows from it.

    @property
    def is_slow(self) -> bool:
        """The line to one of the schools was measured to be slow."""
        return any(client.line.is_slow for client in self._clients)

    @property
    def is_idle(self) -> bool:
        """No question is under way."""
        return self._under_way == 0

    @property
    def rests(self) -> bool:
        """Nothing at all is asked by itself: nobody looks, or no request may leave."""
        return self._offline or self._locked or not self._attended

    @property
    def asks_by_itself(self) -> bool:
        """What is shown may be asked for again without anybody's doing."""
        return not self.rests and not self._low_data

    @property
    def looks_ahead(self) -> bool:
        """What may be wanted next may be asked for now."""
        return self.asks_by_itself and not self.is_slow

    @property
    def patience(self) -> float:
        """By what the pauses between refreshes are multiplied."""
        return _SLOW if self.is_slow else 1.0

    @contextmanager
    def asking(self) -> Iterator[None]:
        """While a question is under way."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            if self.is_idle:
                self._tell()

    def _settle(self) -> None:
        for client in self._clients:
            self._instruct(client)
        self._tell()

    def _instruct(self, client: Client) -> None:
        client.low_data = self._low_data
        no_request = self._offline or self._locked
        if client.offline and not no_request:
            client.try_again()
        client.offline = no_request

    def _tell(self) -> None:
        for follower in tuple(self._followers):
            follower.heed()
