"""What the app can look like: light, dark, and high contrast. Names are those of the setting `theme`."""

from __future__ import annotations

from collections.abc import Iterator

from textual.theme import Theme

from optilearn_tui.i18n import N_
from optilearn_tui.tui.sixteen_colours import in_sixteen_colours

DARK = Theme(
    name="dark",
    primary="#4C9BE8",
    secondary="#7FB2E5",
    accent="#F2B84B",
    foreground="#E3E6EA",
    background="#14181E",
    surface="#1B2027",
    panel="#252C36",
    success="#5CC689",
    warning="#E8A94A",
    error="#EF6F6C",
    dark=True,
)

LIGHT = Theme(
    name="light",
    primary="#0B5CAD",
    secondary="#2F6FB0",
    accent="#9A5B00",
    foreground="#1B1F24",
    background="#FAFAF7",
    surface="#F1F1EC",
    panel="#E2E3DD",
    success="#1A7F4B",
    warning="#8A5300",
    error="#B3261E",
    dark=False,
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#FFFF00",
    secondary="#00FFFF",
    accent="#00FFFF",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    success="#00FF66",
    warning="#FFD000",
    error="#FF8080",
    dark=True,
    text_alpha=1.0,
    luminosity_spread=0.0,
    variables={
        "block-cursor-background": "#FFFF00",
        "block-cursor-foreground": "#000000",
        "border": "#FFFF00",
        "border-blurred": "#FFFFFF",
        "input-selection-background": "#00FFFF",
        "input-selection-foreground": "#000000",
        "text-muted": "#FFFFFF",
        "text-disabled": "#FFFFFF",
        "text-primary": "#FFFF00",
        "text-success": "#00FF66",
        "text-warning": "#FFD000",
        "text-error": "#FF8080",
        "text-accent": "#00FFFF",
        "foreground-muted": "#FFFFFF",
    },
)

THEMES = {
    DARK.name: (DARK, N_("Dark")),
    LIGHT.name: (LIGHT, N_("Light")),
    HIGH_CONTRAST.name: (HIGH_CONTRAST, N_("High contrast")),
}
"""Each theme by name, with what it is called; in the order in which the key goes through them."""


def of_terminal(*, sixteen: bool, in_colour: bool = True) -> Iterator[Theme]:
    """Our themes as a terminal is to show them, under the same names.

    Args:
        sixteen: in the terminal's own 16 colours.
        in_colour: whether colours are wanted at all.
    """
    for theme, _ in THEMES.values():
        yield in_sixteen_colours(theme, in_colour=in_colour) if sixteen else theme


def after(name: str) -> str:
    """The name of the theme that follows `name`; the first one after any theme that is not ours."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
