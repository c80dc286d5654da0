"""What every test of the screens begins with: English, and the whole app on the bundled school."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.mask import mask
from tests.tui.program import Program

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox

ProgramOf = Callable[..., Program]
"""Takes what `Program` takes after the school and the clock."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test begins and leaves in English, with nothing hidden."""
    use(Language.EN)
    yield
    use(Language.EN)
    mask(on=False)


@pytest.fixture
def program(sandbox: Sandbox, noon: Clock) -> ProgramOf:
    """Makes a program on the bundled school; see `Program` for what can be said about it."""
    return partial(Program, sandbox, noon)
