"""Themes that can be read: contrast as WCAG 2 counts it."""

from __future__ import annotations

import pytest
from textual.color import Color

from optilearn_tui.tui import themes

TEXTS = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-success",
    "text-warning",
    "text-error",
    "text-accent",
)
GROUNDS = ("background", "surface", "panel")


def luminance(color: Color) -> float:
    """How bright a colour is, from 0 to 1."""
    parts = [part / 255 for part in color.rgb]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: Color) -> float:
    """How well a text of a theme stands out, from 1 to 21; `auto 60%` is what the toolkit makes of it."""
    if text.startswith("auto"):
        part = float(text.split()[1].rstrip("%")) / 100
        color = ground.blend(ground.get_contrast_text(1.0), part)
    else:
        color = Color.parse(text)
    bright, dark = sorted((luminance(color), luminance(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "least"), [("dark", 4.5), ("light", 4.5), ("high-contrast", 7.0)])
def test_every_text_of_every_theme_can_be_read(name: str, least: float) -> None:
    theme, _ = themes.THEMES[name]
    colors = theme.to_color_system().generate()
    for ground in GROUNDS:
        for text in TEXTS:
            assert contrast(colors[text], Color.parse(colors[ground])) >= least, (name, ground, text)


def test_the_key_goes_from_any_theme_to_one_of_ours() -> None:
    assert themes.after("dark") == "light"
    assert themes.after("high-contrast") == "dark"
    assert themes.after("nord") == "dark"
