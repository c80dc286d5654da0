"""A widget that is nothing but styled lines: what was drawn once is not drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from rich.segment import Segment
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from rich.style import Style as RichStyle
    from textual.geometry import Region

_REMEMBERED = 256
"""Lines kept as they were drawn: those of a few children, who are gone through to and fro."""

_BLANK = Styled()


class DrawnLines(Widget):
    """Lines of words in colours; a subclass says them. There may be padding at the sides, and nothing else.

    Textual draws every text as if it had to be wrapped, aligned and selected. That is left to it while
    something is selected, and left out otherwise.
    """

    DEFAULT_CSS = """
    DrawnLines {
        text-wrap: nowrap;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[int, Sequence[Styled]] | None = None
        self._drawn: dict[tuple[Styled, int], Strip] = {}
        self._looks: dict[tuple[str, ...] | None, RichStyle] = {}

    def lines(self, width: int) -> Sequence[Styled]:
        """What stands in so many cells, from the top; asked for after each `refresh` and for each width."""
        raise NotImplementedError

    @override
    def render(self) -> Styled:
        return Styled("\n").join(self._lines())

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        if self.text_selection is not None:
            return super().render_lines(crop)
        lines, width = self._lines(), self.outer_size.width
        filters = self.get_line_filters()
        ground = self.visual_style.background or self.background_colors[1]
        strips = []
        for y in crop.line_range:
            strip = self._strip(lines[y] if y < len(lines) else _BLANK, width)
            for each in filters:
                strip = strip.apply_filter(each, ground)
            strips.append(strip)
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    @override
    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self._said = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @override
    def notify_style_update(self) -> None:
        self._drawn.clear()
        self._looks.clear()
        super().notify_style_update()

    def _lines(self) -> Sequence[Styled]:
        width = self.content_size.width
        if self._said is None or self._said[0] != width:
            self._said = width, self.lines(width)
        return self._said[1]

    def _strip(self, line: Styled, width: int) -> Strip:
        strip = self._drawn.get((line, width))
        if strip is None:
            strip = self._drawn_anew(line, width)
            if len(self._drawn) >= _REMEMBERED:
                self._drawn.clear()
            self._drawn[line, width] = strip
        return strip

    def _drawn_anew(self, line: Styled, width: int) -> Strip:
        left, blank = self.styles.padding.left, self._look(None)
        segments = [Segment(" " * left, blank)] if left else []
        segments += [Segment(text, self._look(styles)) for text, styles in line.stretches()]
        return Strip(segments, left + line.cell_length).adjust_cell_length(width, blank)

    def _look(self, styles: tuple[str, ...] | None) -> RichStyle:
        """How text looks with these styles on it, the last on top; None: where there is no text."""
        look = self._looks.get(styles)
        if look is None:
            own = self.visual_style
            if styles is None:
                look = own.background_style.rich_style
            else:
                # As Textual does it: the widget's own style lies below all of them, and once more below that.
                look = (own + Style.combine([own, *map(self._get_style, styles)])).rich_style
            self._looks[styles] = look
        return look
