"""The first screen: drawn before anything heavy is imported, shown until it is known who is signed in."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from typing_extensions import override

from optilearn_tui.api.errors import ApiError, ServerTrouble, Unreachable, UnreadableAnswer
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.messages import Opened
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.accounts import Accounts
    from optilearn_tui.tui.trouble import Trouble

_PASSING = (Unreachable, ServerTrouble, UnreadableAnswer)
"""Trouble that says nothing about the session: it is kept, and the question asked again."""

_SCREENS_LIKELY_NEXT = ("optilearn_tui.tui.parent", "optilearn_tui.tui.sign_in")


class OpeningScreen(Screen[None]):
    """Finds out who is signed in, and posts `Opened`; asks on while the school cannot be asked."""

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
    ) -> None:
        """A screen that waits.

        Args:
            accounts_factory: makes the way to sign in; slow (it imports), so it is called in a thread.
            pauses: seconds to wait after each failure.
        """
        super().__init__()
        self._accounts_factory = accounts_factory
        self._accounts: Accounts | None = None
        self._pauses = pauses
        self._retry = asyncio.Event()
        self._trouble: Trouble | None = None

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Vertical(id="opening"):
            yield Words(lambda: "OptiLearn", id="brand")
            yield Words(lambda: tr("How each of your children is doing at school"), id="tagline")
            yield Words(lambda: tr("Opening…"), id="waiting")
        yield KeyHints()

    def on_mount(self) -> None:
        """Draw first, work later."""
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
        accounts = self._accounts = await asyncio.to_thread(self._accounts_factory)
        warming = asyncio.create_task(asyncio.to_thread(_import_screens))
        opened = await self._resumed(accounts)
        await warming
        _collect_garbage_again()
        self.post_message(opened)

    async def _resumed(self, accounts: Accounts) -> Opened:
        for pause in self._pauses():
            try:
                return Opened(accounts, await accounts.resume())
            except _PASSING as error:
                await self._show(error, pause)
                await self._wait(pause)
            except ApiError as error:
                return Opened(accounts, problem=error)
        return Opened(accounts)

    async def _show(self, error: ApiError, pause: float) -> None:
        """Say what is wrong in the place of "Opening…"."""
        from optilearn_tui.tui.trouble import Trouble

        _collect_garbage_again()
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


def _import_screens() -> None:
    for name in _SCREENS_LIKELY_NEXT:
        import_module(name)


def _collect_garbage_again() -> None:
    """Whoever opened the app may have put it off: it would find nothing in what is being imported."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
