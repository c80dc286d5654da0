"""A machine beside a school that is open, with no keyring and no proxy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends import fail

from optilearn_tui.api.clock import utc_now
from optilearn_tui.i18n import Language, use
from optilearn_tui.sandbox.live import LiveSandbox
from tests.doctor.examined import Machine

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_ABSENT: type[KeyringBackend] = fail.Keyring


@pytest.fixture
def school() -> Iterator[LiveSandbox]:
    """The bundled school behind a socket, at the present moment: its server tells the real time."""
    with LiveSandbox(clock=utc_now) as live:
        yield live


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """A machine on which nothing is chosen yet."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(_ABSENT())
    use(Language.EN)
    yield Machine({}, tmp_path)
    use(Language.EN)
    keyring.set_keyring(before)


@pytest.fixture
def machine(bare: Machine, school: LiveSandbox) -> Machine:
    """A machine that asks the bundled school, with nobody signed in."""
    bare.environ |= {
        "OPTICRM_BASE_DOMAIN": school.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "OPTILEARN_INSTITUTION": "riverside",
    }
    bare.sandbox = school.sandbox
    return bare
