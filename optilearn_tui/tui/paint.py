"""What colours mean here: a handful of names for styles, so that every panel means the same by them.

Every one of them only repeats what a word or a sign beside it already says. Text passed in is data: nothing
in it is read as markup.
"""

from __future__ import annotations

from optilearn_tui.tui.styled import Styled

GOOD = "$text-success"
WARNING = "$text-warning"
BAD = "$text-error"
QUIET = "$foreground-muted"
ACCENT = "$text-primary"
STRONG = "bold"


def plain(text: str) -> Styled:
    """Ordinary text."""
    return Styled(text)


def strong(text: str) -> Styled:
    """What the eye should find first."""
    return Styled.of(text, STRONG)


def quiet(text: str) -> Styled:
    """What is read second: labels, moments, details."""
    return Styled.of(text, QUIET)


def accent(text: str) -> Styled:
    """What can be pressed, or is chosen."""
    return Styled.of(text, ACCENT)


def good(text: str) -> Styled:
    """Passed, paid, handed in, present."""
    return Styled.of(text, GOOD)


def warning(text: str) -> Styled:
    """Soon due, late, old."""
    return Styled.of(text, WARNING)


def bad(text: str) -> Styled:
    """Failed, overdue, absent, revoked."""
    return Styled.of(text, BAD)


def under_cursor(line: Styled, width: int) -> Styled:
    """The line the cursor is on: one colour from end to end, and reversed where there are no colours."""
    return Styled(line.plain).pad_right(max(0, width - line.cell_length)).stylize("reverse $text-primary")
