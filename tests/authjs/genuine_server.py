"""A genuine Auth.js (`@auth/core`), run by node on a free port of this machine, and steered while it runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.cookies import SetCookie, read_set_cookies
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity

EMAIL, PASSWORD = "meera@example.com", "open sesame"
"""A parent whom `server.mjs` knows."""

_HERE = Path(__file__).parent

SESSION_COOKIE = "authjs.session-token"
CSRF_COOKIE = "authjs.csrf-token"


def what_is_missing() -> str | None:
    """Why the server cannot be run here; None where it can."""
    if shutil.which("node") is None:
        return "node is not installed"
    wanted = json.loads((_HERE / "package.json").read_text("utf-8"))["dependencies"]["@auth/core"]
    package = _HERE / "node_modules" / "@auth" / "core" / "package.json"
    if not package.exists():
        return f"@auth/core {wanted} is not installed: npm install --prefix tests/authjs"
    found = json.loads(package.read_text("utf-8"))["version"]
    if found != wanted:
        return f"@auth/core {found} is installed, {wanted} is wanted: npm install --prefix tests/authjs"
    return None


@dataclass(frozen=True)
class Asked:
    """One request that reached the server, and what came of it."""

    method: str
    path: str
    headers: dict[str, str] = field(repr=False)
    status: int
    location: str | None
    set_cookies: tuple[str, ...] = field(repr=False)

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that came along, by name."""
        pairs = self.headers.get("cookie", "").split("; ")
        return dict(pair.split("=", 1) for pair in pairs if pair)

    @property
    def sets(self) -> dict[str, SetCookie]:
        """The cookies of the answer, by name."""
        return {cookie.name: cookie for cookie in read_set_cookies(self.set_cookies, utc_now())}


async def sign_in(client: Client, password: str = PASSWORD) -> Identity:
    """Sign the parent in."""
    return await client.auth.sign_in(AccountKind.PARENT, EMAIL, password)


class GenuineServer:
    """The server. A context manager; one process serves many tests, each after a `reset`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(_HERE / "server.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        ready = self._heard()
        assert isinstance(ready, dict)
        self.port = int(ready["port"])

    @property
    def deployment(self) -> Deployment:
        """The deployment that it stands for: `<slug>.localhost:<port>`."""
        return Deployment(base_domain=f"localhost:{self.port}", protocol="http")

    def reset(self) -> None:
        """Be as at the beginning."""
        self._told({"reset": True})

    def set(self, **settings: object) -> None:
        """Go on with these settings of `server.mjs`."""
        self._told({"set": settings})

    def mint(self, **claims: object) -> Token:
        """A session token that was made elsewhere."""
        token = self._told({"mint": claims})
        assert isinstance(token, str)
        return Token(token)

    @property
    def asked(self) -> list[Asked]:
        """What has been asked since the last reset, in order of arrival."""
        told = self._told({"asked": True})
        assert isinstance(told, list)
        return [
            Asked(
                each["method"],
                each["path"],
                each["headers"],
                each["status"],
                each["location"],
                tuple(each["setCookies"]),
            )
            for each in told
        ]

    @property
    def paths(self) -> list[str]:
        """What has been asked, as `METHOD path`."""
        return [f"{asked.method} {asked.path}" for asked in self.asked]

    def _told(self, command: dict[str, object]) -> object:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return self._heard()

    def _heard(self) -> object:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            message = (
                f"the server ended with code {self._process.wait()}; its last words are on standard error"
            )
            raise RuntimeError(message)
        answer: object = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # It ends with its standard input.
        self._process.communicate()
