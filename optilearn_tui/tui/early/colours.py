"""How styles look on this terminal: as the toolkit is going to draw them, without asking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from optilearn_tui.tui.first_frame.look import LOOKS, among_256, bits_of
from optilearn_tui.tui.sixteen_colours import NAMES, ON_DARK, ON_LIGHT
from optilearn_tui.tui.thrifty.look import Look

if TYPE_CHECKING:
    from optilearn_tui.tui.styled import Styled

Parts: TypeAlias = "tuple[int, int, int]"
"""Red, green and blue, each up to 255."""

_UNKNOWN_HERE: Final = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS")
"""Where one of these is set, the toolkit draws in other colours than the theme's."""

_ATTRIBUTES: Final = {"bold": 1, "italic": 3, "underline": 4, "reverse": 7, "strike": 9}
"""What a terminal is told for each word (ECMA-48, SGR)."""

_OWN: Final = "ansi_default"
_OPAQUE: Final = 255

_FURTHER: Final = {
    "dark": {
        "primary": "4c9be8",
        "text-success": "93d9b1",
        "text-warning": "efc687",
        "text-error": "f49f9d",
        "foreground-muted": "e3e6ea99",
    },
    "light": {
        "primary": "0b5cad",
        "text-success": "115331",
        "text-warning": "5b3600",
        "text-error": "761913",
        "foreground-muted": "1b1f2499",
    },
    "high-contrast": {
        "primary": "feff00",
        "text-success": "00ff66",
        "text-warning": "ffd000",
        "text-error": "ff8080",
        "foreground-muted": "ffffff",
    },
}
"""What the toolkit makes of a theme's colours, as `rrggbb`; two more digits tell how much of it is seen."""

_SIXTEEN: Final = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0),
    (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85),
    (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
)  # fmt: skip
"""What the toolkit takes a terminal's 16 colours for, where it has to choose among them."""


class Ground(Enum):
    """What is behind a text."""

    BACKGROUND = "background"
    """Of the screen."""
    PANEL = "panel"
    """Of the first line and the last."""


class Palette:
    """The looks that a theme gives to styles, in as many colours as the terminal has."""

    def __init__(self, inks: Mapping[str, str], bits: int) -> None:
        """The palette of some colours.

        Args:
            inks: by the names of the style sheets, as `rrggbb`, `rrggbbaa`, or one of the terminal's own.
            bits: how many bits tell a colour of this terminal: 24, 8 or 4.
        """
        self._inks = inks
        self._bits = bits
        self._known: dict[tuple[str, Ground, Look | None], Look] = {}

    @classmethod
    def of(cls, theme: str | None, environ: Mapping[str, str], *, light: bool) -> Palette | None:
        """The palette of a theme on this terminal; None where only the toolkit knows the colours.

        Args:
            theme: the name of a theme; None: the one a person has who chose none.
            environ: the environment: how many colours there are, and whether they are wanted.
            light: whether the terminal's own colours are to do (`is_light`).
        """
        theme = theme or "dark"
        if theme not in LOOKS or any(environ.get(name) for name in _UNKNOWN_HERE):
            return None
        return cls(_inks(theme, own=light, none="NO_COLOR" in environ), bits_of(environ))

    def look(self, style: str, ground: Ground, under: Look | None = None) -> Look:
        """How a text of this style looks; a blank cell looks as a text without one.

        Args:
            style: in the words of a style sheet (`bold $text-primary`, `$foreground 30%`); a word that is
                not known here changes nothing.
            ground: what is behind it.
            under: how it would look without this style; None: as a text without any.
        """
        key = (style, ground, under)
        if key not in self._known:
            self._known[key] = self._styled(style, ground, under or self._plain(ground))
        return self._known[key]

    def painted(self, line: Styled, ground: Ground) -> Iterator[tuple[str, Look]]:
        """A line from its start to its end, in pieces of one look each."""
        for text, styles in line.stretches():
            look = self.look("", ground)
            for style in styles:
                look = self.look(style, ground, look)
            yield text, look

    def _plain(self, ground: Ground) -> Look:
        behind = self._told(self._inks[ground.value], 1.0, ground, is_ground=True)
        return Look(frozenset(), self._told(self._inks["foreground"], 1.0, ground), behind)

    def _styled(self, style: str, ground: Ground, under: Look) -> Look:
        attributes, ink, share = set(under.attributes), "", 1.0
        for word in style.split():
            if word in _ATTRIBUTES:
                attributes.add(_ATTRIBUTES[word])
            elif word.startswith("$"):
                ink = self._inks.get(word[1:], ink)
            elif word.endswith("%"):
                share = int(word[:-1]) / 100
        foreground = self._told(ink, share, ground) if ink else under.foreground
        return under._replace(attributes=frozenset(attributes), foreground=foreground)

    def _told(self, ink: str, share: float, ground: Ground, *, is_ground: bool = False) -> str:
        """What a terminal is told for so much of a colour on a ground; for its own, no share is known."""
        if ink == _OWN:
            return ""
        if ink in NAMES:
            return _one_of_16(NAMES.index(ink), is_ground=is_ground)
        parts = _mixed(_parts(self._inks[ground.value]), _parts(ink), share * _alpha(ink))
        if self._bits == 4:
            return _one_of_16(_among_16(*parts), is_ground=is_ground)
        which = f"2;{parts[0]};{parts[1]};{parts[2]}" if self._bits == 24 else f"5;{among_256(*parts)}"
        return f"{48 if is_ground else 38};{which}"


def _inks(theme: str, *, own: bool, none: bool) -> dict[str, str]:
    """The colours of a theme by the names of the style sheets.

    Args:
        theme: one of ours.
        own: whether the terminal's own 16 are to do.
        none: whether no colour is wanted.
    """
    look = LOOKS[theme]
    full = {
        "background": look.background,
        "panel": look.bar,
        "foreground": look.text,
        "text-primary": look.brand,
        **_FURTHER[theme],
    }
    if none or not own:
        return dict.fromkeys(full, _OWN) if none else full
    hues = ON_LIGHT if theme == "light" else ON_DARK
    return {name: hues.get(name.removeprefix("text-"), _OWN) for name in full}


def _parts(ink: str) -> Parts:
    return int(ink[:2], 16), int(ink[2:4], 16), int(ink[4:6], 16)


def _alpha(ink: str) -> float:
    return int(ink[6:], 16) / _OPAQUE if len(ink) > 6 else 1.0


def _mixed(ground: Parts, ink: Parts, share: float) -> Parts:
    """So much of a colour on a ground; rounded down, as the toolkit does."""
    if share >= 1:
        return ink
    red, green, blue = (
        int(behind + (part - behind) * share) for behind, part in zip(ground, ink, strict=True)
    )
    return red, green, blue


def _among_16(red: int, green: int, blue: int) -> int:
    """The number of the nearest of the 16, to the eye: red and blue weigh by how red both colours are."""

    def distance(number: int) -> float:
        other_red, other_green, other_blue = _SIXTEEN[number]
        mean = (red + other_red) // 2
        reds, greens, blues = red - other_red, green - other_green, blue - other_blue
        return ((512 + mean) * reds**2 >> 8) + 4 * greens**2 + ((767 - mean) * blues**2 >> 8)

    return min(range(len(_SIXTEEN)), key=distance)


def _one_of_16(number: int, *, is_ground: bool) -> str:
    return str(number + (30 if number < 8 else 82) + (10 if is_ground else 0))
