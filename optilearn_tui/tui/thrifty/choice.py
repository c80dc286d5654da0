"""Which driver an app gets."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver_class(usual: type[Driver], *, painting: str | None, light: bool) -> type[Driver]:
    """The driver for a real terminal; on Windows, in a browser and wherever Textual chose another: Textual's.

    Args:
        usual: what Textual would take.
        painting: the setting `painting`: `changes` (None as well): only what changed is sent; `textual`: as
            Textual itself does it.
        light: whether to spare the line (`is_light`).
    """
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    if usual is not LinuxDriver:
        return usual
    if painting == "textual":
        from optilearn_tui.tui.keyboard import KeyboardDriver

        return KeyboardDriver
    from optilearn_tui.tui.thrifty.driver import LightDriver, ThriftyDriver

    return LightDriver if light else ThriftyDriver
