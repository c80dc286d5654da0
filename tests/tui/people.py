"""Who is who at the bundled school, and how they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

PASSWORD = "sandbox-2026"

MEERA = "meera.sharma@example.com"
"""A parent of three."""
JOHN = "john.dsouza@example.com"
"""A parent of one."""
AARAV = "aarav.sharma@example.com"
"""A student."""
PRINCIPAL = "principal@riverside.example"
"""Staff."""
GUEST = "guest@example.com"
"""Signed in, and neither."""


def fill(pilot: Pilot[None], **values: str) -> None:
    """Put values into the fields with these ids."""
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = value


async def at_the_form(pilot: Pilot[None]) -> None:
    """Wait for the sign-in screen."""
    await until(pilot, lambda: pilot.app.screen.id == "sign-in")
    await settle(pilot)


async def sign_in(
    pilot: Pilot[None], email: str, *, password: str = PASSWORD, school: str = "riverside"
) -> None:
    """Fill in the form and send it."""
    await at_the_form(pilot)
    fill(pilot, school=school, email=email, password=password)
    await pilot.press("ctrl+s")
    await settle(pilot)
