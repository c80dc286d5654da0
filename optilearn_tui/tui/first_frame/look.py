"""The colours of the first frame: those that the opening screen will have, without asking the toolkit."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping

_GREY_SATURATION = 0.15


class Look:
    """The colours of one theme, as `rrggbb`."""

    def __init__(self, bar: str, background: str, text: str, brand: str, muted: str) -> None:
        self.bar = bar
        self.background = background
        self.text = text
        self.brand = brand
        self.muted = muted


LOOKS = {
    "dark": Look("252c36", "14181e", "e3e6ea", "88bdef", "a1a2a5"),
    "light": Look("e2e3dd", "fafaf7", "1b1f24", "073c72", "646462"),
    "high-contrast": Look("000000", "000000", "ffffff", "ffff00", "ffffff"),
}
"""By the name of the theme."""


class Paint:
    """Turns colours into what a terminal understands."""

    def __init__(self, theme: str | None, environ: Mapping[str, str], *, light: bool = False) -> None:
        """Paint for the terminal that `environ` describes.

        Args:
            theme: the name of a theme; one that is not ours is painted in the terminal's own colours.
            environ: the environment: how many colours there are, and whether they are wanted.
            light: whether the terminal's own colours are to do.
        """
        bits = bits_of(environ)
        self._is_plain = light or "NO_COLOR" in environ or bits < 8
        self._is_full = bits == 24
        self.look = None if self._is_plain else LOOKS.get(theme or "dark")

    def on(self, ground: str, ink: str, *, bold: bool = False) -> str:
        """The sequence for `ink` on `ground`: names of the colours of a look."""
        weight = "0;1" if bold else "0"
        if self.look is None:
            return f"\x1b[{weight}m"
        colours = vars(self.look)
        return f"\x1b[{weight};38;{self._colour(colours[ink])};48;{self._colour(colours[ground])}m"

    def _colour(self, colour: str) -> str:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        return f"2;{red};{green};{blue}" if self._is_full else f"5;{among_256(red, green, blue)}"


def bits_of(environ: Mapping[str, str]) -> int:
    """How many bits tell a colour of the terminal, as the toolkit finds it: 24, 8, or 4."""
    term = environ.get("TERM", "").strip().lower()
    named = environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}
    if named or term in {"dumb", "unknown"}:
        return 24
    return 8 if term.rpartition("-")[2] in {"256color", "kitty"} else 4


def among_256(red: int, green: int, blue: int) -> int:
    """The number of a colour among 256: a grey for what is nearly grey."""
    lightest, darkest = max(red, green, blue), min(red, green, blue)
    lightness = (lightest + darkest) / 510
    spread = (lightest - darkest) / 255
    saturation = spread / (1 - abs(2 * lightness - 1)) if 0 < lightness < 1 else 0.0
    if saturation < _GREY_SATURATION:
        grey = round(lightness * 25)
        return {0: 16, 25: 231}.get(grey, 231 + grey)
    steps = (part / 95 if part < 95 else 1 + (part - 95) / 40 for part in (red, green, blue))
    return 16 + sum(round(step) * weight for step, weight in zip(steps, (36, 6, 1), strict=True))
