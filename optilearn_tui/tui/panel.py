"""One part of a child's dashboard: a heading, and facts in as full a form as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.message import Message
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.facts.fitting import fitting, hidden
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.panel_body import PanelBody
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.tui.columns import Lines
    from optilearn_tui.tui.facts.facts import Facts


class Panel(ScrollableContainer, can_focus=True):
    """A part of the dashboard, small in the grid or alone on the screen (`zoomed`).

    A panel has its facts worded anew whenever the data, the width, the language or the minute changes, and
    repaints only when that makes a difference. In the grid it takes the fullest form that fits; the tightest
    is scrolled where even that does not fit. Zoomed it takes the fullest and scrolls.

    Attributes:
        facts: what the panel says.
    """

    DEFAULT_CSS = """
    Panel {
        scrollbar-size: 0 0;
        overflow: hidden auto;
        &.-zoomed { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,z", "zoom", N_("Enlarge")),
        Binding("enter,z", "put_back", N_("Back"), show=False),
    ]

    BINDING_GROUP_TITLE = N_("This panel")

    zoomed: var[bool] = var(default=False, toggle_class="-zoomed")

    class ZoomAsked(Message):
        """The panel wants to be alone on the screen, or back in the grid."""

        def __init__(self, panel: Panel) -> None:
            super().__init__()
            self.panel = panel

    def __init__(self, facts: Facts) -> None:
        super().__init__(classes=facts.ROOM)
        self.facts = facts
        self._heading = Heading()
        self._body = PanelBody()
        self.shown = Styled()
        self._lines: Lines = []

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._body

    def on_mount(self) -> None:
        """Let the heading follow the focus."""
        self.watch(self, "has_focus", self._say_state)

    def redraw(self) -> None:
        """Word everything anew, and repaint what is different."""
        if not self.is_mounted:
            return
        width = self.scrollable_content_region.width
        if width > 0:
            self._lines = fitting(self.facts.forms(width), self._height, zoomed=self.zoomed)
            content = Styled("\n").join(self._lines)
            if content != self.shown:
                self.shown = content
                self._body.show(self._lines, self._height)
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

    def _say_state(self) -> None:
        self._heading.title = tr(self.facts.TITLE)
        self._heading.focused_panel = self.has_focus
        self._heading.hidden = hidden(self._lines, self._height, self.scroll_offset.y)
        self._heading.states = self.facts.states()
        self._heading.least = self.facts.least()

    def on_resize(self) -> None:
        """Another width or height: another form may fit."""
        self.redraw()

    def watch_zoomed(self) -> None:
        """Alone on the screen there is room for more, even at the same size."""
        self.facts.zoomed = self.zoomed
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
