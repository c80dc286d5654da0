"""Somebody to ask the bundled school."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox


@pytest.fixture
def visitor(sandbox: Sandbox) -> Visitor:
    """Asks the sandbox at noon."""
    return Visitor(sandbox)
