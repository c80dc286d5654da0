"""Locking the screen: at once, or when nobody has touched the keyboard for as long as was chosen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events, on, work
from typing_extensions import override

from optilearn_tui.tui.doorway import Doorway
from optilearn_tui.tui.idleness import Idleness
from optilearn_tui.tui.messages import GoesOn, Refreshes, Rests, Unlocked

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.tui.lock import LockScreen

_SOMEBODY_IS_THERE = (events.InputEvent, events.Paste, events.AppFocus)

_EXIT_PATIENCE = 3.0  # seconds for a keyring to forget, at the very end


class Locking(Doorway):
    """An app for computers that several people use.

    While it is locked nothing is asked, everybody's session is in memory alone, and every screen stays where
    it was, out of sight. Afterwards everything is asked anew.
    """

    _lock_screen: LockScreen | None = None
    _is_put_away = False

    @cached_property
    def _idleness(self) -> Idleness:
        """How long nobody has touched anything."""
        return Idleness(self._idle_limit, self._clock)

    @cached_property
    def _store_in_use(self) -> asyncio.Lock:
        """Held while the session is put away or taken out again: one after the other."""
        return asyncio.Lock()

    @property
    def _idle_limit(self) -> timedelta:
        return timedelta(minutes=self._settings.idle_lock_minutes)

    @property
    def is_locked(self) -> bool:
        """Whether somebody has to show first that it is them."""
        return self._lock_screen is not None

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "lock":
            return self._signed_in is not None and not self.is_locked
        return super().check_action(action, parameters)

    # When nobody is there.

    def on_mount(self) -> None:
        """Begin to wait for nobody."""
        self._look_for_nobody()

    def _look_for_nobody(self) -> None:
        left = self._idleness.seconds_left
        if left is None:
            return
        if self._idleness.is_over:
            self.action_lock()
        self.set_timer(left or self._idle_limit.total_seconds(), self._look_for_nobody)

    @override
    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, _SOMEBODY_IS_THERE):
            # A machine that slept had no timer: whoever wakes it must not see one screen more.
            if self._idleness.is_over and self.check_action("lock", ()):
                self.action_lock()
                if not isinstance(event, events.AppFocus):
                    return
            self._idleness.touch()
        await super().on_event(event)

    # Locked.

    def action_lock(self) -> None:
        """Hide everything until the same person unlocks it."""
        here, accounts = self._signed_in, self._accounts
        if here is None or accounts is None or self.is_locked:
            return
        from optilearn_tui.tui.lock import LockScreen

        self._leave_off()
        self.clear_notifications()
        has_address = here.account is not None and here.account.email is not None
        self._lock_screen = LockScreen(
            partial(self._unlock_with_password, accounts, here) if has_address else None,
            partial(self._unlock_with_token, accounts, here),
        )
        self.push_screen(self._lock_screen)
        self._put_everything_away()

    def _leave_off(self) -> None:
        """Ask nothing more, whoever is just asking."""
        self.economy.locked = True
        self._watch.stop()
        for screen in self.screen_stack:
            if isinstance(screen, Rests):
                screen.action_stop()
        self.workers.cancel_group(self, "switch")
        for worker in tuple(self.workers):
            if worker.node is not self:
                worker.cancel()

    def _put_everything_away(self) -> None:
        """Have nobody's session kept on this computer as long as the screen is locked."""
        if self._signed_in is not None and self._accounts is not None:
            self._put_away(self._accounts, self._signed_in)

    @work(group="lock")
    async def _put_away(self, accounts: Accounts, here: SignedIn) -> None:
        async with self._store_in_use:
            self._is_put_away = False
            for notice in await accounts.lock(here):
                self.tell(notice)
            self._is_put_away = True

    async def on_unmount(self) -> None:
        """Whoever leaves before everything was put away leaves no session behind either."""
        here, accounts = self._signed_in, self._accounts
        if not self.is_locked or self._is_put_away or here is None or accounts is None:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_EXIT_PATIENCE):
                await accounts.lock(here)

    async def _unlock_with_password(self, accounts: Accounts, here: SignedIn, password: str) -> SignedIn:
        async with self._store_in_use:
            return await accounts.unlock_with_password(here, password)

    async def _unlock_with_token(self, accounts: Accounts, here: SignedIn, pasted: str) -> SignedIn:
        async with self._store_in_use:
            return await accounts.unlock_with_token(here, pasted)

    # Unlocked.

    @on(Unlocked)
    def _unlock(self, message: Unlocked) -> None:
        former, signed_in = self._signed_in, message.signed_in
        if former is None or self._lock_screen is None:
            self._see_off(signed_in, followed_by=signed_in)
            return
        self._take_up(signed_in, is_confirmed=True)
        self._uncover_lock(self._lock_screen)
        self._open_up()
        self._idleness.touch()
        self._go_on_everywhere(signed_in)
        self._see_off(former, followed_by=signed_in)
        self._keep_watch()
        self.screen.refresh_bindings()

    def _uncover_lock(self, lock: LockScreen) -> None:
        while self.screen is not lock:
            self.pop_screen()
        self.pop_screen()

    def _open_up(self) -> None:
        """Nothing is locked any more; whoever is here may ask."""
        self._lock_screen = None
        self._is_put_away = self.economy.locked = False

    def _go_on_everywhere(self, signed_in: SignedIn) -> None:
        home = self.home
        if isinstance(home, GoesOn):
            home.go_on(signed_in.client, signed_in.identity)
        else:
            self.go_home(self._homes.of(signed_in))
        for screen in self.screen_stack[2:]:
            if isinstance(screen, Refreshes):
                screen.action_refresh()
