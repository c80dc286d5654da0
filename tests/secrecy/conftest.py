"""A school whose every secret is overheard, and a desk at which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.cookies import read_set_cookies
from optilearn_tui.sandbox.live import LiveSandbox
from tests.secrecy.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from optilearn_tui.api.transport import ASGIApp

PASSWORD = "open+sesame & 100% of the पासवर्ड/='hunter2'?"
"""One that looks different however it is encoded."""

_Message = MutableMapping[str, object]


class Overheard:
    """Notes every session token that a school gives out."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self.tokens: set[str] = set()
        self._app = app

    async def __call__(
        self,
        scope: _Message,
        receive: Callable[[], Awaitable[_Message]],
        send: Callable[[_Message], Awaitable[None]],
    ) -> None:
        """Pass everything on."""

        async def listen(message: _Message) -> None:
            headers = message.get("headers")
            if isinstance(headers, list):
                lines = [value.decode("latin-1") for name, value in headers if name.lower() == b"set-cookie"]
                for cookie in read_set_cookies(lines, utc_now()):
                    if cookie.live and cookie.name.endswith("session-token"):
                        self.tokens.add(cookie.value)
            await send(message)

        await self._app(scope, receive, listen)


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[LiveSandbox, Overheard]]:
    """The school, open, where everybody's password is `PASSWORD`."""
    monkeypatch.setattr("optilearn_tui.sandbox.accounts.PASSWORD", PASSWORD)
    live = LiveSandbox()
    spy = Overheard(live.sandbox.app)
    live.sandbox.app = spy
    with live:
        yield live, spy


@pytest.fixture
def desk(overheard: tuple[LiveSandbox, Overheard], tmp_path: Path) -> Desk:
    """A computer without a keyring, at that school."""
    live, _ = overheard
    environ = {
        "OPTICRM_BASE_DOMAIN": live.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    return Desk(tmp_path / "computer", environ)
