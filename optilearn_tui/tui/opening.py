"""The first screen: shown until it is known who is signed in.

What that takes is imported once it is drawn, unless a head start has it imported already.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.compose import compose
from textual.containers import Vertical
from textual.screen import Screen
from typing_extensions import override

from optilearn_tui.api.errors import (
    ApiError,
    ServerTrouble,
    TenantMismatch,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.early.curtain import BehindCurtain, curtain
from optilearn_tui.tui.first_frame.stage import stage
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.messages import Opened
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.accounts import Accounts, Recalled
    from optilearn_tui.tui.early.head_start import HeadStart
    from optilearn_tui.tui.trouble import Trouble

_PASSING = (Unreachable, ServerTrouble, UnreadableAnswer)
"""Trouble that says nothing about the session: it is kept, and the question asked again."""

_AT_HOME_AT_ONCE = (PersonKind.PARENT, PersonKind.STAFF)
"""Whose screens can stand before the school has said who they are; the others' say what it said."""

_HURRY_SECONDS = 2.0
"""As long as what comes next has to be drawn up, no garbage is collected."""


class OpeningScreen(BehindCurtain, Screen[None]):
    """Finds out whose session there is, and posts `Opened`.

    Where that is known here, no school is asked for it. Where it is not, the school is asked, and asked on
    while it does not answer.
    """

    BINDINGS = [
        Binding("r,f5", "retry", N_("Try again")),
        Binding("s", "sign_in", N_("Sign in")),
    ]
    BINDING_GROUP_TITLE = N_("Opening")

    DEFAULT_CSS = """
    OpeningScreen {
        #opening { align: center middle; }
        #opening > Words { text-align: center; }
        #brand { text-style: bold; color: $text-primary; }
        #waiting { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(
        self,
        accounts_factory: Callable[[], Accounts],
        pauses: Callable[[], Iterable[float]],
        begun: HeadStart | None = None,
    ) -> None:
        """A screen that waits.

        Args:
            accounts_factory: makes the way to sign in; slow (it imports), so it is called in a thread.
            pauses: seconds to wait after each failure.
            begun: what was asked before this screen was there; the factory is not called then.
        """
        super().__init__()
        self._accounts_factory = accounts_factory
        self._begun = begun
        self._accounts: Accounts | None = None
        self._pauses = pauses
        self._retry = asyncio.Event()
        self._trouble: Trouble | None = None
        self._warming: asyncio.Task[None] | None = None

    @override
    def compose(self) -> ComposeResult:
        # Behind a curtain nobody sees it, and the dashboard that is to be seen would wait for it.
        return () if curtain.is_closed else self._contents()

    def _contents(self) -> ComposeResult:
        yield TitleBar()
        with Vertical(id="opening"):
            yield Words(lambda: "OptiLearn", id="brand")
            yield Words(lambda: tr("How each of your children is doing at school"), id="tagline")
            yield Words(lambda: tr("Opening…"), id="waiting")
        yield KeyHints()

    def on_mount(self) -> None:
        """Draw first, work later; unless the first frame stands already, then both at once."""
        if stage.was_set:
            self._open()
        else:
            self.call_after_refresh(self._open)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._trouble is not None if action in {"retry", "sign_in"} else True

    def action_retry(self) -> None:
        """Ask again now."""
        self._retry.set()

    def action_sign_in(self) -> None:
        """Give up on the session at hand for now, and sign in: perhaps at another school."""
        if self._accounts is not None:
            self.workers.cancel_node(self)
            self.post_message(Opened(self._accounts))

    @work(exclusive=True)
    async def _open(self) -> None:
        """Load, ask, ask again after trouble that passes, and tell what came of it."""
        # One after the other: two threads importing would only take turns.
        begun = self._begun
        if begun is None:
            begun = await asyncio.to_thread(self._begin)
        self._accounts = begun.accounts
        opened = await self._found(begun)
        if self._warming is not None:
            await self._warming
        self.app.set_timer(_HURRY_SECONDS, _collect_garbage_again)
        self.post_message(opened)

    def _begin(self) -> HeadStart:
        from optilearn_tui.tui.early.head_start import HeadStart

        return HeadStart(self._accounts_factory())

    async def _found(self, begun: HeadStart) -> Opened:
        accounts = begun.accounts
        try:
            recalled = await begun.recall(None)
        except ApiError as error:
            return Opened(accounts, problem=error)
        self._warming = asyncio.create_task(asyncio.to_thread(_warm, _next_screen(recalled)))
        if recalled is None:
            return Opened(accounts)
        if recalled.account is not None and recalled.account.kind in _AT_HOME_AT_ONCE:
            return Opened(accounts, recalled=recalled)
        try:
            opened = await self._confirmed(begun, recalled)
        except BaseException:
            await recalled.client.aclose()
            raise
        if opened.signed_in is None and opened.recalled is None:
            await recalled.client.aclose()
        return opened

    async def _confirmed(self, begun: HeadStart, recalled: Recalled) -> Opened:
        accounts = begun.accounts
        for pause in self._pauses():
            try:
                return Opened(accounts, await begun.confirm(recalled))
            except _PASSING as error:
                await self._show(error, pause)
                await self._wait(pause)
            except TenantMismatch as error:
                return Opened(accounts, recalled=recalled, problem=error)
            except ApiError as error:
                return Opened(accounts, problem=error)
        return Opened(accounts)

    async def _show(self, error: ApiError, pause: float) -> None:
        """Say what is wrong in the place of "Opening…"."""
        from optilearn_tui.tui.trouble import Trouble

        _collect_garbage_again()
        self.call_after_refresh(curtain.open)
        if not self.children:
            await self.mount_all(compose(self, self._contents()))
        if self._trouble is None:
            self._trouble = Trouble(error, pause)
            self.query_one("#waiting").display = False
            await self.query_one("#opening").mount(self._trouble)
            self.refresh_bindings()
        else:
            self._trouble.show(error, pause)

    async def _wait(self, pause: float) -> None:
        self._retry.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._retry.wait(), pause)


def _next_screen(recalled: Recalled | None) -> str:
    """The module of the screen that comes next, as far as can be told."""
    if recalled is None:
        return "optilearn_tui.tui.sign_in"
    if recalled.account is not None and recalled.account.kind is PersonKind.STAFF:
        return "optilearn_tui.tui.staff.staff_screen"
    return "optilearn_tui.tui.parent"


def _warm(screen: str) -> None:
    """Load the screen that comes next, and what its dates are written with."""
    import_module(screen)
    from optilearn_tui.i18n import dates

    dates.load()


def _collect_garbage_again() -> None:
    """Whoever opened the app may have put it off: it would find nothing in what is being imported."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
