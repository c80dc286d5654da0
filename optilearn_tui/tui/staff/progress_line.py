"""How far the screen is with what takes long: a bar, counts, and the key that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.tui.bars import progress_bar
from optilearn_tui.tui.columns import spread
from optilearn_tui.tui.paint import quiet, warning
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual.timer import Timer

    from optilearn_tui.tui.staff.errand import Progress

_BAR = 16
_PATIENCE = 0.4
"""Seconds: what is done sooner needs no bar, and the line would only flicker."""


class ProgressLine(Widget):
    """One line above the hints, there only while something takes long."""

    DEFAULT_CSS = """
    ProgressLine {
        dock: bottom;
        display: none;
        height: 1;
        margin-bottom: 1;
        padding: 0 1;
        text-wrap: nowrap;
        &.-busy { display: block; }
    }
    """

    ALLOW_SELECT = False

    progress: reactive[Progress | None] = reactive["Progress | None"](None)

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None

    @override
    def render(self) -> Styled:
        if self.progress is None:
            return Styled()
        return spread(self.content_size.width, _told(self.progress), quiet(tr("Esc stops")))

    def watch_progress(self, progress: Progress | None) -> None:
        """Come after a moment, go at once."""
        if progress is None:
            self.remove_class("-busy")
            if self._timer is not None:
                self._timer.stop()
                self._timer = None
        elif self._timer is None:
            self._timer = self.set_timer(_PATIENCE, self._come)

    def _come(self) -> None:
        self.add_class("-busy")

    def retranslate(self) -> None:
        """Say it in the language spoken now."""
        self.refresh()


def counted(progress: Progress) -> str:
    """How much is done, of how much where that is known: `120 of 500`."""
    if progress.total is None:
        return number(progress.done)
    return tr("{n} of {total}", n=number(progress.done), total=number(progress.total))


def _told(progress: Progress) -> Styled:
    parts = [Styled(progress.words())]
    if progress.total:
        parts.append(progress_bar(100 * progress.done / progress.total, _BAR))
    parts.append(Styled(counted(progress)))
    if progress.failed:
        parts.append(warning("! " + ntr("{n} failed", "{n} failed", progress.failed)))
    return Styled("  ").join(parts)
