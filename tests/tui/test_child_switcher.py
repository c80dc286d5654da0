"""Whose dashboard this is, and the other children a click away."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from optilearn_tui.api.children import Child
from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.child_switcher import ChildSwitcher
from tests.tui.screen_text import screen_text

DIYA = Child(contact_id="c-diya", name="दीया शर्मा", class_name="5", section="A")
AARAV = Child(contact_id="c-aarav", name="Aarav Sharma", class_name="8", section="B")
KABIR = Child.model_validate(
    {"contactId": "c-kabir", "name": "Kabir [KD] Sharma [/]", "class": "1", "section": "C"}
)
NAMELESS = Child(contact_id="c-x")


class Switching(App[None]):
    """A switcher and what it said."""

    def __init__(self, *family: Child, chosen: str = "") -> None:
        super().__init__()
        self.family = family
        self.chosen = chosen
        self.picked: list[str] = []

    def compose(self) -> ComposeResult:
        switcher = ChildSwitcher()
        switcher.family = self.family
        switcher.chosen = self.chosen or self.family[0].contact_id
        yield switcher

    def on_child_switcher_picked(self, event: ChildSwitcher.Picked) -> None:
        self.picked.append(event.contact_id)


async def shown(app: Switching, width: int) -> str:
    async with app.run_test(size=(width, 1)) as pilot:
        await pilot.pause()
        return screen_text(app)


async def test_several_children_are_labelled_numbered_and_the_chosen_one_is_marked() -> None:
    line = await shown(Switching(DIYA, AARAV, KABIR, chosen="c-aarav"), 90)
    assert line == " Viewing  1 दीया शर्मा · 5-A  ▸ Aarav Sharma · 8-B  3 Kabir [KD] Sharma [/] · 1-C"


async def test_an_only_child_has_a_plain_header() -> None:
    assert await shown(Switching(KABIR), 80) == " Kabir [KD] Sharma [/] · 1-C"


async def test_a_child_without_a_name_is_a_student() -> None:
    assert await shown(Switching(NAMELESS), 80) == " Student"


async def test_long_names_are_cut_before_children_are_left_out() -> None:
    assert "2 Aarav Sharma · 8-B  3 Kabir [KD] S" in await shown(Switching(DIYA, AARAV, KABIR), 76)
    assert "2 Aarav… · 8-B  3 Kabir… · 1-C" in await shown(Switching(DIYA, AARAV, KABIR), 61)


@pytest.mark.parametrize(("chosen", "expected"), [("c-0", "10›"), ("c-6", "‹"), ("c-11", "‹10")])
async def test_where_not_all_fit_the_chosen_one_stays_in_sight(chosen: str, expected: str) -> None:
    family = [Child(contact_id=f"c-{n}", name=f"Child number {n}") for n in range(12)]
    line = await shown(Switching(*family, chosen=chosen), 60)
    assert f"▸ Child number {chosen[2:]}"[:14] in line
    assert expected in line
    assert len(line) <= 60


async def test_a_click_chooses_a_child() -> None:
    app = Switching(DIYA, AARAV, KABIR)
    async with app.run_test(size=(90, 1)) as pilot:
        await pilot.pause()
        line = screen_text(app)
        await pilot.click(offset=(line.index("Aarav"), 0))
        await pilot.click(offset=(1, 0))
        assert app.picked == ["c-aarav"]


async def test_the_label_follows_the_language() -> None:
    app = Switching(DIYA, AARAV)
    async with app.run_test(size=(80, 1)) as pilot:
        use(Language.HI)
        try:
            app.query_one(ChildSwitcher).retranslate()
            await pilot.pause()
            assert "Viewing" not in screen_text(app)
        finally:
            use(Language.EN)
