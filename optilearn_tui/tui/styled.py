"""Text with styles on parts of it: what every screen says, before a toolkit draws it.

Textual has a type for this, `Content`; but importing it imports style sheets, events and the animator. What
stands on the screen before the toolkit is imported has to be worded without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from typing_extensions import override

from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from textual.content import Content

_CONTROL_CODES = dict.fromkeys((7, 8, 11, 12, 13))
"""What Textual strips from content as well: the bell, and all that moves the cursor but a new line."""


class Span(NamedTuple):
    """A style on the characters from `start` up to `end`.

    The style is in the words of a style sheet (`bold $text-primary`); where several lie on one character, the
    later goes on top of the earlier.
    """

    start: int
    end: int
    style: str


Part: TypeAlias = "str | Styled | tuple[str, str]"
"""Something to say: plain, styled, or a text and its style."""


class Styled:
    """A text that does not change, and its styles. Nothing in the text is ever read as markup.

    Two are equal where text and styles are. An empty one is false.
    """

    def __init__(self, text: str = "", spans: tuple[Span, ...] = ()) -> None:
        """A text without control codes.

        Args:
            text: what is said.
            spans: its styles; where there are any, the text has no control codes already.
        """
        self.plain = text if spans or text.isprintable() else text.translate(_CONTROL_CODES)
        self.spans = spans
        self._cells: int | None = None

    @classmethod
    def of(cls, text: str, style: str) -> Styled:
        """A text with one style on all of it."""
        return cls(text).stylize(style)

    @classmethod
    def assemble(cls, *parts: Part) -> Styled:
        """One text of several parts."""
        return cls().join(cls.of(*part) if isinstance(part, tuple) else part for part in parts)

    def join(self, parts: Iterable[Styled | str]) -> Styled:
        """One text of several, with this one between each two."""
        text: list[str] = []
        spans: list[Span] = []
        at = 0
        for part in parts:
            styled = part if isinstance(part, Styled) else Styled(part)
            for piece in (self, styled) if text and self.plain else (styled,):
                spans += piece.spans_at(at)
                text.append(piece.plain)
                at += len(piece.plain)
        return Styled("".join(text), tuple(spans))

    def stylize(self, style: str) -> Styled:
        """The same with one more style, on all of it."""
        if not style or not self.plain:
            return self
        return Styled(self.plain, (*self.spans, Span(0, len(self.plain), style)))

    def pad_left(self, cells: int) -> Styled:
        """The same behind so many blanks."""
        return Styled(" " * cells) + self if cells > 0 else self

    def pad_right(self, cells: int) -> Styled:
        """The same before so many blanks."""
        return self + " " * cells if cells > 0 else self

    def rstrip(self) -> Styled:
        """The same without the blanks at its end."""
        return self[: len(self.plain.rstrip())]

    @property
    def cell_length(self) -> int:
        """How many cells of the terminal it takes on one line."""
        if self._cells is None:
            self._cells = cell_len(self.plain)
        return self._cells

    def stretches(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The text from its start to its end in pieces, each with the styles that lie on all of it."""
        text, spans = self.plain, self.spans
        edges = {0, len(text), *(span.start for span in spans), *(span.end for span in spans)}
        for start, end in pairwise(sorted(edges)):
            yield text[start:end], tuple(span.style for span in spans if span.start <= start < span.end)

    def visualize(self, *_: object) -> Content:
        """What Textual draws it as: it asks everything for this that is none of its own."""
        from textual.content import Content
        from textual.content import Span as ContentSpan

        from optilearn_tui.tui.terminal_widths import cutting as _cutting  # noqa: F401 - between whole letters

        return Content(self.plain, [ContentSpan(*span) for span in self.spans], strip_control_codes=False)

    def spans_at(self, place: int) -> Iterable[Span]:
        """The styles, the text standing that many characters further right."""
        if not place or not self.spans:
            return self.spans
        return [Span(start + place, end + place, style) for start, end, style in self.spans]

    def __getitem__(self, part: slice) -> Styled:
        """The characters of a slice without a step."""
        start, end, _ = part.indices(len(self.plain))
        inside = ((max(span.start, start), min(span.end, end), span.style) for span in self.spans)
        spans = (Span(first - start, last - start, style) for first, last, style in inside if first < last)
        return Styled(self.plain[start:end], tuple(spans))

    def __add__(self, other: Styled | str) -> Styled:
        added = other if isinstance(other, Styled) else Styled(other)
        return Styled(self.plain + added.plain, (*self.spans, *added.spans_at(len(self.plain))))

    def __radd__(self, other: str) -> Styled:
        return Styled(other) + self

    def __bool__(self) -> bool:
        return bool(self.plain)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Styled) and (self.plain, self.spans) == (other.plain, other.spans)

    @override
    def __hash__(self) -> int:
        return hash((self.plain, self.spans))

    @override
    def __repr__(self) -> str:
        return f"Styled({self.plain!r}, {self.spans!r})"

    @override
    def __str__(self) -> str:
        return self.plain
