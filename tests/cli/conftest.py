"""The program as a shell runs it: words in, exit code and two streams out, against a real server."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends import fail

from optilearn_tui.cli import main
from optilearn_tui.i18n import Language, use
from optilearn_tui.i18n.digits import Digits, use_digits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.live import LiveSandbox


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """What it printed, read as JSON."""
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs commands in this process with an environment of its own."""

    environ: dict[str, str]
    clock: Clock
    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    live: LiveSandbox = field(repr=False)

    def run(self, *words: str, stdin: str | bytes = "") -> Outcome:
        """Run one command; standard input is a pipe that holds `stdin`."""
        pipe: io.TextIOBase
        if isinstance(stdin, bytes):
            pipe = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
        else:
            pipe = io.StringIO(stdin)
        self.monkeypatch.setattr("sys.stdin", pipe)
        code = main(words, environ=self.environ, clock=self.clock)
        out, err = self.capture.readouterr()
        return Outcome(code, out, err)

    def sign_in(self, email: str) -> None:
        """Be this person from now on, by a session in the environment."""
        account = self.live.sandbox.account(email)
        self.environ["OPTILEARN_INSTITUTION"] = account.institution
        self.environ["OPTILEARN_SESSION_TOKEN"] = account.session_token

    def use_key(self, institution: str = "riverside") -> None:
        """Be a machine of this school from now on: nobody is signed in, and there is a service key."""
        self.environ.pop("OPTILEARN_SESSION_TOKEN", None)
        self.environ["OPTILEARN_INSTITUTION"] = institution
        self.environ["OPTICRM_API_KEY"] = self.live.sandbox.api_key

    def keep_sections(self, *section_ids: str, institution: str = "riverside") -> None:
        """Let the school have no sections but these, so that reading all of it is quick."""
        classes = self.live.sandbox.data[institution].classes
        for class_id, row in list(classes.items()):
            sections = row["sections"]
            assert isinstance(sections, list)
            kept = [section for section in sections if section["id"] in section_ids]
            if kept:
                classes[class_id] = {**row, "sections": kept}
            else:
                del classes[class_id]


@pytest.fixture
def environ(tmp_path: Path, live_sandbox: LiveSandbox) -> dict[str, str]:
    """An environment that points at the sandbox, and at folders that do not exist yet."""
    return {
        "OPTICRM_BASE_DOMAIN": live_sandbox.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "OPTILEARN_CONFIG_DIR": str(tmp_path / "config"),
        "OPTILEARN_DATA_DIR": str(tmp_path / "data"),
        "OPTILEARN_CACHE_DIR": str(tmp_path / "cache"),
    }


@pytest.fixture
def shell(
    environ: dict[str, str],
    noon: Clock,
    live_sandbox: LiveSandbox,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Shell]:
    """A shell on a computer without a keyring, nobody signed in."""
    before = keyring.get_keyring()
    absent: type[keyring.backend.KeyringBackend] = fail.Keyring
    keyring.set_keyring(absent())
    yield Shell(environ, noon, capsys, monkeypatch, live_sandbox)
    keyring.set_keyring(before)
    use(Language.EN)
    use_digits(Digits.LATIN)


@pytest.fixture
def parent(shell: Shell) -> Shell:
    """A shell in which the mother of three is signed in."""
    shell.sign_in("meera.sharma@example.com")
    return shell


@pytest.fixture
def teacher(shell: Shell) -> Shell:
    """A shell in which a teacher of the same school is signed in."""
    shell.sign_in("teacher@riverside.example")
    return shell
