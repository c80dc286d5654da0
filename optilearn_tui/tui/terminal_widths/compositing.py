"""What lies on top keeps its letters, whatever lies below it.

Textual cuts every line of every widget wherever any other begins or ends on that line, also one that is
covered there; a letter across such a cut would become blank, in the middle of a notice. Here a line with
words of Indian scripts is cut only where another widget is really to be seen beside it. And a row is painted
whole where there are or were such words: half a letter is never left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from textual import screen
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip
from typing_extensions import override

from optilearn_tui.tui.terminal_widths.letters import MARK

_NOTHING = Strip([], 0)
"""Stands where nothing has been put yet."""
_GOES_ON = Strip([], 0)
"""Stands where a piece goes on that began further left."""


class WholeLetters(Compositor):
    """Puts widgets together, and cuts no letter that is to be seen whole."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: set[int] = set()
        """The rows on which there were such words when they were painted last."""

    @override
    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Rows that are to be rendered, from their beginning to their end, whatever the columns of `crop`.

        A widget is asked only for those of its lines of which something is to be seen.
        """
        lines = [dict.fromkeys(cuts[:-1], _NOTHING) for cuts in self.cuts]
        rows = [y for y in crop.line_range if 0 <= y < len(lines) and is_rendered_line(y)]
        for widget, (region, clip) in self.visible_widgets.items():
            place = region.intersection(clip)
            first, last = place.column_span
            seen = [y for y in rows if place.y <= y < place.bottom and _has_room(lines[y], first, last)]
            if seen:
                height = seen[-1] + 1 - seen[0]
                part = Region(first - region.x, seen[0] - region.y, place.width, height)
                strips = widget.render_lines(part)
                for y in seen:
                    _fill(lines[y], strips[y - seen[0]], first, last)
        return lines

    @override
    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        update = super().render_full_update(simplify=simplify)
        self._marked = {y for y, strips in enumerate(update.strips) if _has_marks(strips)}
        return update

    @override
    def render_partial_update(self) -> ChopsUpdate | None:
        update = super().render_partial_update()
        if update is None:
            return None
        rows = {y for y, _, _ in update.spans}
        whole = {y for y in rows if y in self._marked or _has_marks(update.chops[y].values())}
        return self._with_whole(update, whole) if whole else update

    def _with_whole(self, update: ChopsUpdate, whole: set[int]) -> ChopsUpdate:
        """The same update, some of its rows from their beginning to their end."""
        lines, ends = [*update.chops], [*update.chop_ends]
        for y in whole:
            lines[y] = {x: strip for x, strip in lines[y].items() if strip}
            ends[y] = [x + strip.cell_length for x, strip in lines[y].items() if strip]
        self._marked = {y for y in self._marked | whole if y not in whole or _has_marks(lines[y].values())}
        spans = [span for span in update.spans if span[0] not in whole]
        spans += [(y, 0, self.size.width) for y in whole]
        return ChopsUpdate(lines, sorted(spans), ends)


def _has_room(line: Mapping[int, Strip], first: int, last: int) -> bool:
    """Whether something of what lies further down is still to be seen there."""
    return any(strip is _NOTHING and first <= cut < last for cut, strip in line.items())


def _fill(line: dict[int, Strip], strip: Strip, first: int, last: int) -> None:
    """Put a widget's strip where nothing lies over it: what does has been put there before."""
    cuts = [cut for cut in line if first <= cut < last]
    free = {cut for cut in cuts if line[cut] is _NOTHING}
    starts = list(_edges(cuts, free)) if _has_marks([strip]) else cuts
    pieces = dict(zip(starts, strip.divide([cut - first for cut in (*starts[1:], last)]), strict=False))
    for cut in free:
        line[cut] = pieces.get(cut, _GOES_ON)


def _edges(cuts: Iterable[int], free: set[int]) -> Iterator[int]:
    """Those cuts at which a widget comes out from under others, or goes under them."""
    was_free: bool | None = None
    for cut in cuts:
        is_free = cut in free
        if is_free is not was_free:
            yield cut
        was_free = is_free


def _has_marks(strips: Iterable[Strip | None]) -> bool:
    return any(
        not text.isascii() and MARK.search(text) is not None
        for strip in strips
        if strip is not None
        for text, _, _ in strip
    )


def keep_letters_whole() -> None:
    """From now on, screens put their widgets together so."""
    setattr(screen, "Compositor", WholeLetters)  # noqa: B010 - a screen makes its own, and asks nobody
