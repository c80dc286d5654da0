"""Which school is meant, said while its name in addresses is being typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import work

from optilearn_tui.api.errors import ApiError, NotFound
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.timer import Timer

    from optilearn_tui.api.institution import Institution

_PAUSE_IN_TYPING = 0.3
"""Seconds without a key after which the school is looked up: no question for each letter."""


class SchoolName(Words):
    """The name of the school typed beside it, "no school is called …", or why nobody can say."""

    DEFAULT_CSS = """
    SchoolName { color: $text-muted; min-height: 1; }
    SchoolName.-found { color: $text-success; text-style: bold; }
    SchoolName.-amiss { color: $text-warning; }
    """

    def __init__(self, look_up: Callable[[str], Awaitable[Institution]], base_domain: str) -> None:
        """Empty-handed.

        Args:
            look_up: gives the institution called so; raises an ApiError.
            base_domain: the domain below which schools have their addresses.
        """
        self._base_domain = base_domain  # first: the hint is said at once
        super().__init__(self._hint)
        self._look_up = look_up
        self._typed = ""
        self._timer: Timer | None = None

    def about(self, typed: str) -> None:
        """This is typed now; what was said about something else is gone at once."""
        if typed.strip() == self._typed:
            return
        self._typed = typed.strip()
        self._show(self._hint if not self._typed else str)
        self.workers.cancel_group(self, "school")
        self._stop_timer()
        if self._typed:
            self._timer = self.set_timer(_PAUSE_IN_TYPING, self.now)

    def now(self) -> None:
        """Do not wait for more to be typed."""
        if self._timer is not None:
            self._stop_timer()
            self._find(self._typed)

    @work(exclusive=True, group="school")
    async def _find(self, typed: str) -> None:
        self._show(lambda: tr("Looking for the school…"))
        try:
            institution = await self._look_up(typed)
        except NotFound:
            self._show(lambda: tr("No school is called “{name}”.", name=typed), "-amiss")
        except ApiError as error:
            trouble = error
            self._show(lambda: problem(trouble).sentence, "-amiss")
        else:
            name = institution.name
            self._show(lambda: f"✓ {name}", "-found")

    def _show(self, say: Callable[[], str], mood: str = "") -> None:
        self.set_class(mood == "-found", "-found")
        self.set_class(mood == "-amiss", "-amiss")
        self.say(say)

    def _hint(self) -> str:
        return tr("The name before .{domain} in its web address", domain=self._base_domain)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
