"""Whether the screen does with less: over a slow line, or because somebody wants it so."""

from __future__ import annotations

from collections.abc import Mapping


def is_light(choice: str | None, environ: Mapping[str, str]) -> bool:
    """Whether the screen does without motion and with the terminal's own colours.

    Args:
        choice: the setting `light`: `on`, `off`, or `auto` (None as well), which is on over SSH.
        environ: the environment.
    """
    return choice == "on" or (choice != "off" and "SSH_CONNECTION" in environ)
