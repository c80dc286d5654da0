"""How a cell looks, and the shortest way to say so to a terminal that wrote another one before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

_LOOKS_REMEMBERED: Final = 4096
"""A screen has a few dozen; fading and themes make new ones."""

_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}
"""What ends each attribute (ECMA-48, SGR)."""
_SEEN_ON_BLANKS = frozenset({4, 7, 9, 21, 51, 52, 53})
"""Attributes that show on a cell with nothing in it: lines, frames, and colours exchanged."""
_COLOUR_PARTS = {"2": 4, "5": 2}
"""How many numbers tell a colour, after 38 or 48: by value, and out of 256."""


class Look(NamedTuple):
    """How a cell looks.

    Attributes:
        attributes: the numbers of what is on: 1 bold, 2 dim, 3 italic, 4 underlined, 7 reversed, …
        foreground: the colour as the terminal is told (`38;2;227;230;234`, `91`); empty: its own.
        background: the same of what is behind.
        link: the address the cell leads to; empty: none.
    """

    attributes: frozenset[int] = frozenset()
    foreground: str = ""
    background: str = ""
    link: str = ""


PLAIN: Final = Look()
"""As a terminal writes that was told nothing."""


@lru_cache(_LOOKS_REMEMBERED)
def styled(look: Look, codes: str) -> Look:
    """What `look` becomes by an SGR sequence (`1;38;5;4` of `ESC [ 1;38;5;4 m`)."""
    attributes, (_, foreground, background, link) = set(look.attributes), look
    for code in _split(codes):
        number = int(code.partition(";")[0] or 0)
        if number == 0:
            attributes.clear()
            foreground = background = ""
        elif number in _OFF:
            attributes.add(number)
        elif number in _OFF.values():
            attributes = {each for each in attributes if _OFF[each] != number}
        elif 30 <= number <= 39 or 90 <= number <= 97:
            foreground = "" if number == 39 else code
        elif 40 <= number <= 49 or 100 <= number <= 107:
            background = "" if number == 49 else code
    return Look(frozenset(attributes), foreground, background, link)


def _split(codes: str) -> Iterator[str]:
    """The numbers of an SGR sequence; those that tell one colour stay together."""
    numbers = codes.split(";")
    while numbers:
        many = 1
        if numbers[0] in {"38", "48"}:
            many += _COLOUR_PARTS.get(numbers[1] if len(numbers) > 1 else "", 0)
        yield ";".join(numbers[:many])
        del numbers[:many]


@lru_cache(_LOOKS_REMEMBERED)
def behind(look: Look) -> Look:
    """What is seen of a look where the cell is blank."""
    if look.attributes & _SEEN_ON_BLANKS:
        return look
    return Look(background=look.background, link=look.link)


@lru_cache(_LOOKS_REMEMBERED)
def with_background(look: Look, blank: Look) -> Look:
    """The look nearest to `look` that is seen as `blank` is where a cell is blank."""
    if behind(blank) != Look(background=blank.background, link=blank.link):
        return blank
    return Look(look.attributes - _SEEN_ON_BLANKS, look.foreground, blank.background, blank.link)


@lru_cache(_LOOKS_REMEMBERED)
def change(before: Look, after: Look) -> str:
    """The shortest SGR sequence that makes one look of another; links are told apart (`link_change`)."""
    steps = [*_steps(before.attributes, after.attributes)]
    if before.foreground != after.foreground:
        steps.append(after.foreground or "39")
    if before.background != after.background:
        steps.append(after.background or "49")
    if not steps:
        return ""
    anew = filter(None, (*map(str, sorted(after.attributes)), after.foreground, after.background))
    codes = min(";".join(steps), ";".join(("", *anew)), key=len)
    return f"\x1b[{codes}m"


def _steps(before: frozenset[int], after: frozenset[int]) -> Iterator[str]:
    """What to tell, attribute by attribute; some go off only together."""
    ending = {_OFF[each] for each in before - after}
    yield from map(str, sorted(ending))
    yield from (str(each) for each in sorted(after) if each not in before or _OFF[each] in ending)


def link_change(before: Look, after: Look) -> str:
    """What to tell so that the next cells lead where they should (OSC 8).

    Cells of one address are one link, however often it was painted in parts: they carry the same id.
    """
    if before.link == after.link:
        return ""
    name = f"id={_name_of(after.link)}" if after.link else ""
    return f"\x1b]8;{name};{after.link}\x1b\\"


@lru_cache(_LOOKS_REMEMBERED)
def _name_of(link: str) -> str:
    """A short name for an address, the same in every run."""
    return f"{crc32(link.encode(errors='replace')):x}"
