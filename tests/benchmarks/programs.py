"""The programs that are measured, and the school they ask."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

_PARENT = "meera.sharma@example.com"
_NOT_MEASURED = (
    "PYTHONUNBUFFERED",
    "PYTHONDONTWRITEBYTECODE",
    "NO_COLOR",
    "SSH_CONNECTION",
    "TMUX",
    "COLUMNS",
    "LINES",
)

FIRST_CHILD = "Parts and wholes"
"""Stands on the dashboard as soon as the first child's data does."""

OTHERS = {"toolong": ("tl", __file__), "harlequin": ("harlequin",), "posting": ("posting",)}
"""Programs of others to compare with, where they are installed."""

_KEYS = "Quit"
"""Stands among the keys."""

_TOKEN = "OPTILEARN_SESSION_TOKEN"

QUIT = "\x11"
"""Ctrl+Q."""


@dataclass(frozen=True)
class Case:
    """One program to start.

    Attributes:
        name: what it is called in the tables.
        argv: the program and its arguments.
        environ: its whole environment.
        ready: the text that tells that it is ready; without one its first paint does.
        heeds: the text that stands from when keys are heeded on; without one they are when it is ready.
        keeps: the folder with all that it keeps.
        begins_anew: it is to find nothing that an earlier start kept.
    """

    name: str
    argv: tuple[str, ...]
    environ: Mapping[str, str]
    ready: str | None = None
    heeds: str | None = None
    keeps: Path | None = None
    begins_anew: bool = True

    def forget(self) -> None:
        """Let it begin with nothing kept."""
        if self.keeps is not None:
            shutil.rmtree(self.keeps, ignore_errors=True)

    def at(self, port: int) -> Case:
        """The same, asking a school on another port."""
        return replace(self, environ={**self.environ, "OPTICRM_BASE_DOMAIN": f"localhost:{port}"})

    def signed_in(self) -> Case:
        """The same for somebody who signed in before, and nothing else: the session is in a private file."""
        environ = dict(self.environ)
        token = environ.pop(_TOKEN)
        self.forget()
        institution = environ["OPTILEARN_INSTITUTION"]
        words = ("login", "--token-stdin", "--store", "file", "--institution", institution)
        subprocess.run(
            [*self.argv, *words], input=token, env=environ, text=True, check=True, stdout=sys.stderr
        )
        return replace(self, environ=environ)

    def again(self, name: str) -> Case:
        """The same for somebody who signed in, with all that the start before has kept."""
        return replace(self.signed_in(), name=name, begins_anew=False)

    def called(self, name: str, **environ: str) -> Case:
        """The same under another name, in another environment."""
        return replace(self, name=name, environ={**self.environ, **environ})


def plain_environment() -> dict[str, str]:
    """The environment of every program: many colours, and nothing that changes what is measured."""
    plain = {key: value for key, value in os.environ.items() if key not in _NOT_MEASURED}
    return plain | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


def bare_hello() -> Case:
    """One line."""
    return Case("bare hello", _module("tests.benchmarks.bare_hello"), plain_environment(), "Hello Textual")


def bare_dash() -> Case:
    """Tabs and a table."""
    return Case("bare dash", _module("tests.benchmarks.bare_dash"), plain_environment(), "Student 1", _KEYS)


def dashboard(school: Mapping[str, str], folder: Path) -> Case:
    """Ours, with all that it keeps in `folder`."""
    own = {f"OPTILEARN_{kind}_DIR": f"{folder}/{kind.lower()}" for kind in ("CONFIG", "DATA", "CACHE")}
    keyring = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    environ = plain_environment() | own | keyring | dict(school)
    return Case("dashboard", _module("optilearn_tui"), environ, FIRST_CHILD, _KEYS, folder)


def others(folder: Path | None) -> list[Case]:
    """What is installed of the programs of others, each in a virtual environment of its name in `folder`."""
    if folder is None:
        return []
    found = ((name, folder / name / "bin" / words[0], words[1:]) for name, words in OTHERS.items())
    return [
        Case(name, (str(path), *rest), plain_environment()) for name, path, rest in found if path.exists()
    ]


@contextmanager
def school() -> Iterator[tuple[int, dict[str, str]]]:
    """A sandbox on this machine: its port, and the environment that points a parent's session at it."""
    command = [sys.executable, "-m", "optilearn_tui", "sandbox", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        parent = next(account for account in ready["accounts"] if account["email"] == _PARENT)
        try:
            yield (
                int(ready["base_domain"].rpartition(":")[2]),
                {
                    "OPTICRM_BASE_DOMAIN": ready["base_domain"],
                    "OPTICRM_PROTOCOL": ready["protocol"],
                    "OPTILEARN_INSTITUTION": parent["institution"],
                    _TOKEN: parent["session_token"],
                },
            )
        finally:
            process.terminate()


def _module(name: str) -> tuple[str, ...]:
    return (sys.executable, "-m", name)
