"""How the staff room reads, as text: each screen, small and large, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from tests.tui.screen_text import settle
from tests.tui.staff.room import PRINCIPAL, shown, staff_room, still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

    from optilearn_tui.api.clock import Clock
    from tests.conftest import ClientOf

SMALL, LARGE = (80, 24), (200, 50)
SCREENS = {
    "home": ((), "Aarav Sharma"),
    "student": (("enter", "down", "down", "down", "enter"), "+91 50000 10002"),
    "find": (("f", *"sharma"), "+91 50000 10001"),
    "absences": (("a",), "! 18"),
    "items": (("g", "down"), "103"),
    "by student": (("g", "w"), "24"),
    "matrix": (("g", "m"), "●"),
    "item": (("g", "down", "enter"), "36"),
    "columns": (("k",), "[x]"),
    "export": (("e",), "CSV"),
}


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    """Each language; English is spoken again afterwards."""
    use(request.param)
    yield request.param
    use(Language.EN)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, SMALL) for name in SCREENS), *((name, LARGE) for name in ("home", "student", "items", "item"))],
    ids=str,
)
async def test_picture(
    name: str, size: tuple[int, int], client_of: ClientOf, noon: Clock, snapshot: SnapshotAssertion
) -> None:
    keys, words = SCREENS[name]
    async with staff_room(client_of(PRINCIPAL), noon, size=size, settled=False) as (app, pilot):
        await shown(pilot, app, "12:00:00")
        await pilot.press("8", "down")
        await shown(pilot, app, "RPS-0801", "12:00:00")
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await shown(pilot, app, words)
        if name == "home" and size == LARGE:
            await shown(pilot, app, "RPS-0832 · c-8-B-01", "+91 50822 19607", "Touch Typing")
        assert await still(pilot, app) == snapshot
