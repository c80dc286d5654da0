"""An app that stands behind a curtain, and does something when it gets a signal."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui.early.curtain import BehindCurtain, curtain
from optilearn_tui.tui.first_frame.stage import stage
from optilearn_tui.tui.thrifty.curtained import Curtained
from optilearn_tui.tui.thrifty.driver import ThriftyDriver
from tests.tui.early.early_program import GROUND, INK, KEYS, LINES, picture

if TYPE_CHECKING:
    from textual.app import ComposeResult

STAND, ASK, BREAK = signal.SIGUSR1, signal.SIGUSR2, signal.SIGURG
"""Show what the early picture shows; ask something on a screen of its own; come upon a fault."""


class Empty(BehindCurtain, Screen[None]):
    """What an app shows first."""

    @override
    def compose(self) -> ComposeResult:
        yield Static("Loading…")


class Dashboard(BehindCurtain, Screen[None]):
    """What the early picture shows, and the keys."""

    @override
    def compose(self) -> ComposeResult:
        yield Static("\n".join(LINES), markup=False)
        yield Static(KEYS, id="keys")

    def on_mount(self) -> None:
        """It stands."""
        self.call_after_refresh(curtain.open)


class Dialog(Screen[None]):
    """Something to be answered."""

    @override
    def compose(self) -> ComposeResult:
        yield Static("Sure?")


class EarlyApp(Curtained):
    """Rings the bell where it has begun, and counts what is done."""

    CSS = f"""
    Screen {{ background: rgb{GROUND}; color: rgb{INK}; }}
    #keys {{ dock: bottom; }}
    """
    ENABLE_COMMAND_PALETTE = False
    done = 0

    @override
    def get_default_screen(self) -> Screen[None]:
        return Empty()

    def on_mount(self) -> None:
        """Heed the signals, and say so; what would be shown early now is too late."""
        stage.show(picture(["Too late"]))
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(STAND, lambda: self.push_screen(Dashboard()))
        loop.add_signal_handler(ASK, lambda: self.push_screen(Dialog()))
        loop.add_signal_handler(BREAK, lambda: self.call_later(_come_upon_a_fault))
        loop.add_signal_handler(signal.SIGTERM, self.exit)
        self.screen.call_after_refresh(self.bell)

    @on(events.Key)
    @on(events.Paste)
    @on(events.MouseDown)
    def count(self) -> None:
        """Count what is done, and say so."""
        self.done += 1
        self.screen.query(Static).first().update(f"{self.done} done")


class Patient(ThriftyDriver):
    """Waits longer for the app than any machine is slow."""

    longest_seconds = 3600.0


class Hasty(ThriftyDriver):
    """Waits for nothing."""

    longest_seconds = 0.0


def run(*, is_hasty: bool) -> None:
    """Run the app on the terminal."""
    EarlyApp(driver_class=Hasty if is_hasty else Patient).run()


def _come_upon_a_fault() -> None:
    raise ZeroDivisionError
