"""Every screen in Hindi: how it reads at two sizes, that no English is left on it, and that its keys fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from tests.english_left import bundled_school, english_left
from tests.tui.scenes import SCENES, Scene, Stage, a_check_up, two_schools

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf

TYPED = ("xyz", "sharmaxyz", "nowhere", "no", "school", "at", "all")
"""What the scenes type."""

CODES: dict[Scene, tuple[str, ...]] = {
    a_check_up: ("student", "parent", "staff", "google"),
    two_schools: ("Springdale", "Academy"),
}
"""What is shown as a machine says it, and how a school is called on this computer."""

COUNTED = "data_used"
"""The page whose numbers are bytes: they change with every word that is sent."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_every_screen_reads_as_kept_and_is_in_hindi(
    scene: Scene, size: tuple[int, int], program: ProgramOf, sandbox: Sandbox, snapshot: SnapshotAssertion
) -> None:
    use(Language.HI)
    stage = Stage(program, sandbox, size)
    await scene(stage)
    school = bundled_school()

    also = (*TYPED, *CODES.get(scene, ()))
    left = {name: english_left(page, school, also=also) for name, page in stage.seen.items()}
    assert [f"{name}: {english}" for name, english in left.items() if english] == []
    for name, page in stage.seen.items():
        assert name == COUNTED or page == snapshot(name=name)
