"""A view of very many lines under a heading that stays: one has the cursor, only what is seen is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import messages
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.cropping import shorten

if TYPE_CHECKING:
    from textual import events

    from optilearn_tui.tui.styled import Styled

_SIDEWAYS = 8
"""Cells that one key scrolls to the side."""


class LineView(ScrollView, can_focus=True):
    """What any table of many lines needs to be moved about in; a subclass says what stands in the lines.

    Lines are counted from 0 and do not include the heading. What is to be drawn is asked for when it is seen,
    and again whenever it is seen again: nothing is kept.
    """

    DEFAULT_CSS = """
    LineView {
        height: 1fr;
        background: $surface;
        color: $foreground;
        text-wrap: nowrap;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .line-view--head { text-style: bold; background: $panel; }
        & > .line-view--empty { color: $foreground-muted; }
        & > .line-view--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .line-view--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-view--head", "line-view--empty", "line-view--cursor"}

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose_line", N_("Open")),
        Binding("up", "move(-1)", N_("Row up"), show=False),
        Binding("down", "move(1)", N_("Row down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), show=False),
        Binding("home,ctrl+home", "first", N_("First row"), show=False),
        Binding("end,ctrl+end", "last", N_("Last row"), show=False),
        Binding("left", "sideways(-1)", N_("Scroll left"), show=False),
        Binding("right", "sideways(1)", N_("Scroll right"), show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """The line the cursor stands on."""

    # What a subclass says.

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    @property
    def line_cells(self) -> int:
        """How wide a line is."""
        raise NotImplementedError

    def head(self) -> str | Styled:
        """The heading."""
        raise NotImplementedError

    def line(self, number: int, *, at_cursor: bool) -> str | Styled:
        """One line, at most `line_cells` wide. Text is shown as it is, never read as markup."""
        raise NotImplementedError

    def instead(self) -> str:
        """What is said where there is no line."""
        raise NotImplementedError

    def head_clicked(self, cell: int) -> None:
        """Somebody clicked on a cell of the heading."""

    def cursor_moved(self) -> None:
        """The cursor stands elsewhere, or something else stands where it is."""

    def line_chosen(self) -> None:
        """Somebody chose the line of the cursor, which there is."""

    # What a subclass calls.

    def show_lines(self, cursor: int) -> None:
        """Draw everything anew, with the cursor on that line: other lines, another order, other widths."""
        self.virtual_size = Size(self.line_cells, self.line_count + 1)
        self.set_reactive(LineView.cursor, self.validate_cursor(cursor))
        self._keep_cursor_in_sight()
        self.refresh()
        if self.is_attached:
            # Told at once and not when this widget is idle, the screen paints it in the frame that is due
            # for the key that was typed, and not in the one after it.
            self.screen.post_message(messages.Update(self))
        self.cursor_moved()

    # What the person does.

    def action_move(self, lines: int) -> None:
        """Move the cursor by so many lines."""
        self.cursor += lines

    def action_page(self, pages: int) -> None:
        """Move the cursor, and the view with it, by so many pages."""
        step = pages * self._page
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)
        self.cursor += step

    def action_first(self) -> None:
        """Move the cursor to the first line."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move the cursor to the last line."""
        self.cursor = self.line_count - 1

    def action_sideways(self, steps: int) -> None:
        """Scroll to the side."""
        self.scroll_to(x=self.scroll_offset.x + steps * _SIDEWAYS, animate=False)

    def action_choose_line(self) -> None:
        """Choose the line of the cursor."""
        if self.line_count:
            self.line_chosen()

    def on_click(self, event: events.Click) -> None:
        """A line that is clicked takes the cursor, and is chosen where it has it already."""
        if (offset := event.get_content_offset(self)) is None:
            return
        number = offset.y - 1 + self.scroll_offset.y
        if offset.y == 0:
            self.head_clicked(offset.x + self.scroll_offset.x)
        elif number == self.cursor:
            self.action_choose_line()
        elif number < self.line_count:
            self.cursor = number

    def on_resize(self) -> None:
        """Keep the cursor where it can be seen."""
        self._keep_cursor_in_sight()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return max(0, min(cursor, self.line_count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two lines concerned, and no others unless the view moves."""
        self.refresh_line(before + 1)
        self.refresh_line(now + 1)
        self._keep_cursor_in_sight()
        self.cursor_moved()

    @override
    def render_line(self, y: int) -> Strip:
        number = y - 1 + self.scroll_offset.y
        if y == 0:
            return self._drawn(self.head(), "line-view--head")
        if number < self.line_count:
            at_cursor = number == self.cursor
            return self._drawn(
                self.line(number, at_cursor=at_cursor), *(["line-view--cursor"] if at_cursor else [])
            )
        if number == 0:
            # Not wider than what is seen: there is nothing to scroll.
            words = shorten(self.instead(), self.scrollable_content_region.width)
            return self._drawn(" " * self.scroll_offset.x + words, "line-view--empty")
        return self._drawn("")

    def _drawn(self, line: str | Styled, *classes: str) -> Strip:
        style = self.get_visual_style(*classes)
        if isinstance(line, str):
            strip = Strip([Segment(line, style.rich_style)])
        else:
            strip = Visual.to_strips(self, line.visualize(), line.cell_length, 1, style)[0]
        left = self.scroll_offset.x
        return strip.crop_extend(left, left + self.scrollable_content_region.width, style.rich_style)

    @property
    def _page(self) -> int:
        return max(self.scrollable_content_region.height - 1, 1)

    def _keep_cursor_in_sight(self) -> None:
        first = self.scroll_offset.y
        if self.cursor < first:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= first + self._page:
            self.scroll_to(y=self.cursor - self._page + 1, animate=False, force=True)
