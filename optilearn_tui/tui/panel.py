"""One part of a child's dashboard: a heading, and facts in as full a form as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.standing import Standing, age_alone, state
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.columns import Lines


class Panel(ScrollableContainer, can_focus=True):
    """A part of the dashboard, small in the grid or alone on the screen (`zoomed`).

    A panel words its data anew whenever the data, the width, the language or the minute changes, and repaints
    only when that makes a difference. In the grid it takes the fullest form that fits; the tightest is
    scrolled where even that does not fit. Zoomed it takes the fullest and scrolls.
    """

    DEFAULT_CSS = """
    Panel {
        scrollbar-size: 0 0;
        overflow: hidden auto;
        &.-zoomed { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        & > Static { width: 1fr; height: auto; text-wrap: nowrap; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,z", "zoom", N_("Enlarge")),
        Binding("enter,z", "put_back", N_("Back"), show=False),
    ]

    BINDING_GROUP_TITLE = N_("This panel")

    TITLE: ClassVar[str] = ""
    """What the panel is called, in English."""

    ROOM: ClassVar[str] = ""
    """Classes by which the screen's style sheet gives the panel its room."""

    zoomed: var[bool] = var(default=False, toggle_class="-zoomed")

    class ZoomAsked(Message):
        """The panel wants to be alone on the screen, or back in the grid."""

        def __init__(self, panel: Panel) -> None:
            super().__init__()
            self.panel = panel

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(classes=self.ROOM)
        self.clock = clock
        self.zone = zone
        self._heading = Heading()
        self._body = Static()
        self.shown = Styled()
        self._lines: Lines = []

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._body

    def feeds(self) -> Sequence[Standing]:
        """What the panel draws on, the most important first; its age and its troubles are theirs."""
        raise NotImplementedError

    def forms(self, width: int) -> Iterable[Lines]:
        """What there is to show in so many cells, fullest form first; at least one."""
        raise NotImplementedError

    @property
    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock()

    def on_mount(self) -> None:
        """Let the heading follow the focus."""
        self.watch(self, "has_focus", self._say_state)

    def redraw(self) -> None:
        """Word everything anew, and repaint what is different."""
        if not self.is_mounted:
            return
        width = self.scrollable_content_region.width
        if width > 0:
            self._lines = self._fitting(self.forms(width))
            content = Styled("\n").join(self._lines)
            if content != self.shown:
                self.shown = content
                self._body.update(content)
        # Also without a size yet: the first picture then has the headings in it, and not their bare rules.
        self._say_state()

    def again(self) -> None:
        """Ask again what the panel asks by itself: nothing, where it is handed everything."""

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.redraw()

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height - 1

    def _fitting(self, forms: Iterable[Lines]) -> Lines:
        lines: Lines = []
        for lines in _tidied(forms):
            if self.zoomed or len(lines) <= self._height:
                break
        return lines

    def _say_state(self) -> None:
        self._heading.title = tr(self.TITLE)
        self._heading.focused_panel = self.has_focus
        below = len(self._lines) - self._height - self.scroll_offset.y
        self._heading.hidden = max(0, below) if self._lines else 0
        self._heading.states = state(self.feeds(), self.now, self.zone)
        self._heading.least = age_alone(self.feeds(), self.now)

    def on_resize(self) -> None:
        """Another width or height: another form may fit."""
        self.redraw()

    def watch_zoomed(self) -> None:
        """Alone on the screen there is room for more, even at the same size."""
        self.scroll_home(animate=False)
        self.redraw()

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._say_state()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.zoomed if action == "put_back" else not self.zoomed if action == "zoom" else True

    def action_put_back(self) -> None:
        """Go back into the grid."""
        self.post_message(self.ZoomAsked(self))

    def action_zoom(self) -> None:
        """Go alone on the screen."""
        self.post_message(self.ZoomAsked(self))

    @on(Heading.Pressed)
    def _zoom_by_mouse(self, event: Heading.Pressed) -> None:
        event.stop()
        self.post_message(self.ZoomAsked(self))

    def on_click(self, event: events.Click) -> None:
        """A double click enlarges the panel, and puts it back."""
        if event.chain == 2:
            self.post_message(self.ZoomAsked(self))


def _tidied(forms: Iterable[Lines]) -> Iterator[Lines]:
    for lines in forms:
        end = len(lines)
        while end and not lines[end - 1]:
            end -= 1
        yield lines[:end]
