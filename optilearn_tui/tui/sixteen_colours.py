"""The themes in the terminal's own 16 colours: fewer bytes, and as a person chose them there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.theme import Theme

_PLAIN: Final = "ansi_default"

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
NAMES: Final = (*(f"ansi_{hue}" for hue in _HUES), *(f"ansi_bright_{hue}" for hue in _HUES))
"""What the toolkit calls the 16, by their numbers."""

ON_DARK: Final = {
    "primary": "ansi_bright_blue",
    "secondary": "ansi_cyan",
    "accent": "ansi_bright_yellow",
    "success": "ansi_bright_green",
    "warning": "ansi_yellow",
    "error": "ansi_bright_red",
}
ON_LIGHT: Final = {
    "primary": "ansi_blue",
    "secondary": "ansi_blue",
    "accent": "ansi_magenta",
    "success": "ansi_green",
    "warning": "ansi_magenta",
    "error": "ansi_red",
}


def in_sixteen_colours(theme: Theme, *, in_colour: bool = True) -> Theme:
    """The same theme, under the same name, in the terminal's own colours.

    Args:
        theme: one of ours.
        in_colour: whether colours are wanted at all; without them, a line tells where the cursor is.
    """
    from textual.theme import Theme

    hues = ON_DARK if theme.dark else ON_LIGHT
    own = Theme(
        name=theme.name,
        primary=hues["primary"],
        secondary=hues["secondary"],
        accent=hues["accent"],
        success=hues["success"],
        warning=hues["warning"],
        error=hues["error"],
        foreground=_PLAIN,
        background=_PLAIN,
        surface=_PLAIN,
        panel=_PLAIN,
        boost=_PLAIN,
        dark=theme.dark,
        ansi=True,
    )
    ground, ink = ("ansi_black", "ansi_white") if theme.dark else ("ansi_white", "ansi_black")
    known = {"ansi-background": ground, "ansi-foreground": ink}  # the toolkit's own screen asks for them
    border = {"border": hues["primary"], "border-blurred": "ansi_bright_black"}
    marks = _MARKED_BY_LINES if not in_colour else _MARKED_ON_DARK if theme.dark else _MARKED_ON_LIGHT
    return replace(own, variables=known | border | _SELECTED | marks)


_SELECTED = {
    "input-selection-background": "ansi_cyan",
    "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_cyan",
    "screen-selection-foreground": "ansi_black",
}
_MARKED_ON_DARK = {
    "block-cursor-background": "ansi_blue",
    "block-cursor-foreground": "ansi_bright_white",
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-background": "ansi_blue",
}
_MARKED_ON_LIGHT = {
    "block-cursor-background": "ansi_cyan",
    "block-cursor-foreground": "ansi_black",
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-background": "ansi_white",
}
"""Where the cursor is: on a ground on which the terminal's own ink can be read, which some cells keep."""

_MARKED_BY_LINES = {
    "border-blurred": _PLAIN,
    "block-cursor-background": _PLAIN,
    "block-cursor-foreground": _PLAIN,
    "block-cursor-text-style": "bold underline",
    "block-cursor-blurred-text-style": "underline",
    "input-selection-background": _PLAIN,
    "screen-selection-background": _PLAIN,
    "screen-selection-foreground": _PLAIN,
}
"""The same without a colour; the toolkit exchanges colours for `reverse`, so that nothing is seen of it."""
