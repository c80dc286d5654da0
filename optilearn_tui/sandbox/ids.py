"""How the bundled schools name their classes, sections and pupils.

No two schools share an id: `prefix` is what a school puts in front (`spv-`; nothing at Riverside). Ids are
ASCII even where names are not.
"""

from __future__ import annotations

_MOST_DIGITS = 6
_LETTERS = str.maketrans({"अ": "a", "ब": "b", "स": "c"})


def class_id(prefix: str, class_name: str) -> str:
    """`class-8`, or `class-spv-7`."""
    return f"class-{prefix}{class_name}"


def section_id(prefix: str, class_name: str, section: str) -> str:
    """`section-8-B`, or `section-spv-7-a` for 7-अ."""
    return f"section-{prefix}{class_name}-{section.translate(_LETTERS)}"


def pupil_id(section: str, roll: int) -> str:
    """The contact id of whoever sits at a roll number of a section: `c-8-B-07` in `section-8-B`."""
    return f"{section.replace('section', 'c', 1)}-{roll:02}"


def seat_of(contact_id: str) -> tuple[str, int] | None:
    """The section's id and the roll number that `pupil_id` made this id from; None for any other id."""
    front, _, number = contact_id.rpartition("-")
    section = front.replace("c", "section", 1)
    is_number = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
    roll = int(number) if is_number else 0
    return (section, roll) if pupil_id(section, roll) == contact_id else None
