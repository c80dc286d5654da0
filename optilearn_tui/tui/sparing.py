"""What a person can do about a slow or dear line: ask less, send nothing at all, see what it came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.economy import Economy, Follower
from optilearn_tui.tui.messages import Refreshes
from optilearn_tui.tui.shell import Shell

if TYPE_CHECKING:
    from textual.types import AnimationLevel

    from optilearn_tui.tui.palette import Command

_NOTICE_SECONDS = 12


class Sparing(Shell):
    """A shell that has an economy, and keys and commands for it."""

    BINDINGS = [
        Binding("f4,ctrl+g", "offline", N_("Offline, or online again"), show=False),
    ]

    def __init__(
        self,
        *,
        theme: str | None,
        remember: Callable[..., None],
        environ: Mapping[str, str],
        low_data: bool = False,
        light: str | None = None,
    ) -> None:
        """A shell that spares data from the beginning, or only when it is told.

        Args:
            theme: as for every shell.
            remember: as for every shell.
            environ: as for every shell.
            low_data: begin in low-data mode.
            light: as for every shell.
        """
        super().__init__(theme=theme, remember=remember, environ=environ, light=light)
        self.economy = Economy(low_data=low_data)
        self._usual_motion: AnimationLevel = self.animation_level
        self._has_suggested = low_data
        self.economy.follow(self)
        self._move_as_allowed()

    def watch_app_focus(self, focus: bool) -> None:
        """Nothing is refreshed for a terminal nobody looks at; it is caught up with afterwards."""
        self.economy.attended = focus

    def heed(self) -> None:
        """Suggest low-data mode, once, where the line turns out to be slow."""
        if self._has_suggested or self.economy.low_data or not self.economy.is_slow:
            return
        self._has_suggested = True
        words = tr("The line is slow. Low-data mode (Ctrl+P) asks only for what you look at.")
        self.notify(words, timeout=_NOTICE_SECONDS, markup=False)

    def commands(self) -> Iterator[Command]:
        """What can be done about the line, for the list of commands."""
        from optilearn_tui.tui.palette import Command

        offline = tr("Go online") if self.economy.offline else tr("Go offline: send nothing")
        low_data = tr("Turn off low-data mode") if self.economy.low_data else tr("Turn on low-data mode")
        yield Command(offline, "F4 Ctrl+G", "app.offline", self)
        yield Command(low_data, "", "app.low_data", self)
        if self.economy.knows_a_line:
            yield Command(tr("Data used"), "", "app.data_used", self)

    def action_offline(self) -> None:
        """Let no request leave any more; or let them leave again, and catch up."""
        self.economy.offline = not self.economy.offline
        if self.economy.offline:
            words = tr(
                "Offline: nothing is sent. What you see stays, and says when it was read. "
                "F4 goes online again."
            )
        else:
            words = tr("Online again. What is shown is asked for anew.")
            self._catch_up()
        self.notify(words, markup=False)

    def action_low_data(self) -> None:
        """Begin or end low-data mode, now and next time."""
        self.economy.low_data = not self.economy.low_data
        self._move_as_allowed()
        self._save(low_data=self.economy.low_data)
        if self.economy.low_data:
            words = tr(
                "Low-data mode: only what you look at is read, and nothing refreshes by itself. r refreshes."
            )
        else:
            words = tr("Low-data mode is off.")
        self.notify(words, markup=False)

    @work(exclusive=True, group="data-used")
    async def action_data_used(self) -> None:
        """Say how much was received and sent today."""
        used = await self.economy.used_today()
        words = tr(
            "Today {received} were received and {sent} sent.",
            received=_size(used.received),
            sent=_size(used.sent),
        )
        self.notify(words, timeout=_NOTICE_SECONDS, markup=False)

    def _catch_up(self) -> None:
        """Refresh the screens that do not follow the economy by themselves."""
        for screen in self.screen_stack:
            if isinstance(screen, Refreshes) and not isinstance(screen, Follower):
                screen.action_refresh()

    def _move_as_allowed(self) -> None:
        self.animation_level = "none" if self.economy.low_data else self._usual_motion


def _size(count: int) -> str:
    from optilearn_tui.i18n.numbers import number

    if count < 1_000_000:
        return tr("{n} kB", n=number(round(count / 1000, 1)))
    return tr("{n} MB", n=number(round(count / 1_000_000, 1)))
