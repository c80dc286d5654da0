"""The terminal is the usual one again once a test is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from optilearn_tui.tui.terminal_widths.drawing import USUAL
from optilearn_tui.tui.terminal_widths.measuring import measure_as


@pytest.fixture(autouse=True)
def _the_usual_terminal_afterwards() -> Iterator[None]:
    yield
    measure_as(USUAL)
