"""The dashboard as a parent sees it, as text: each size, each language, each panel enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.panel import Panel
from tests.tui.dashboard import MEERA, dashboard
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

    from optilearn_tui.api.clock import Clock
    from tests.conftest import ClientOf

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    """Each language; English is spoken again afterwards."""
    use(request.param)
    yield request.param
    use(Language.EN)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("size", SIZES)
async def test_a_childs_dashboard(
    size: tuple[int, int], client_of: ClientOf, noon: Clock, snapshot: SnapshotAssertion
) -> None:
    async with dashboard(client_of(MEERA), noon, size=size) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        assert app.text == snapshot


@pytest.mark.usefixtures("language")
async def test_a_child_with_nothing_yet(
    client_of: ClientOf, noon: Clock, snapshot: SnapshotAssertion
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("3")
        await settle(pilot)
        assert app.text == snapshot


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("number", range(7))
async def test_each_panel_enlarged(
    number: int, client_of: ClientOf, noon: Clock, snapshot: SnapshotAssertion
) -> None:
    async with dashboard(client_of(MEERA), noon) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        list(app.parent_screen.query(Panel))[number].focus()
        await pilot.press("enter")
        await pilot.pause()
        assert app.text == snapshot


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("size", SIZES)
async def test_the_board(
    size: tuple[int, int], client_of: ClientOf, noon: Clock, snapshot: SnapshotAssertion
) -> None:
    async with dashboard(client_of(MEERA), noon, size=size) as (app, pilot):
        await pilot.press("b")
        await settle(pilot)
        assert app.text == snapshot
