"""Each test speaks the language it asks for, and English again when it is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from optilearn_tui.i18n import Language, use


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English before and after."""
    use(Language.EN)
    yield
    use(Language.EN)
