"""What colours mean here: a handful of names for styles, so that every panel means the same by them.

Every one of them only repeats what a word or a sign beside it already says. Text passed in is data: nothing
in it is read as markup.
"""

from __future__ import annotations

from textual.content import Content

GOOD = "$text-success"
WARNING = "$text-warning"
BAD = "$text-error"
QUIET = "$foreground-muted"
ACCENT = "$text-primary"
STRONG = "bold"


def plain(text: str) -> Content:
    """Ordinary text."""
    return Content(text)


def strong(text: str) -> Content:
    """What the eye should find first."""
    return Content.styled(text, STRONG)


def quiet(text: str) -> Content:
    """What is read second: labels, ages, details."""
    return Content.styled(text, QUIET)


def accent(text: str) -> Content:
    """What can be pressed, or is chosen."""
    return Content.styled(text, ACCENT)


def good(text: str) -> Content:
    """Passed, paid, handed in, present."""
    return Content.styled(text, GOOD)


def warning(text: str) -> Content:
    """Soon due, late, old."""
    return Content.styled(text, WARNING)


def bad(text: str) -> Content:
    """Failed, overdue, absent, revoked."""
    return Content.styled(text, BAD)


def under_cursor(line: Content, width: int) -> Content:
    """The line the cursor is on: one colour from end to end, and reversed where there are no colours."""
    return Content(line.plain).pad_right(max(0, width - line.cell_length)).stylize("reverse $text-primary")
