"""A person's computer: the program run in processes of its own, and every byte that comes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.pseudo_terminal import PseudoTerminal

_LOGGING = """\
import logging, os
logging.basicConfig(filename=os.environ["DEBUG_LOG"], level=logging.DEBUG)
"""
_BREAKING = """\
import importlib
module, _, path = os.environ.get("BREAKS", "").partition(":")
if module:
    owner = importlib.import_module(module)
    *ways, name = path.split(".")
    for way in ways:
        owner = getattr(owner, way)
    def broken(*args, **kwargs):
        raise RuntimeError("broken on purpose")
    setattr(owner, name, broken)
"""
"""What the interpreter does first: everything is logged, and `BREAKS=module:function` fails when called."""


class Desk:
    """The program in development mode, with all logging at its most talkative in a file.

    Attributes:
        root: the folder below which everything is written: settings, data, cache, home, temporary files.
        outputs: everything that was written to a terminal or a pipe, by what was done.
    """

    def __init__(self, root: Path, environ: Mapping[str, str]) -> None:
        """Set up `root`; `environ` says where the school is."""
        self.root = root
        self.outputs: dict[str, bytes] = {}
        self._last = b""
        for name in ("home", "temporary", "start", "desk"):
            (root / name).mkdir(parents=True)
        (root / "start" / "sitecustomize.py").write_text(_LOGGING + _BREAKING)
        self.environ = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "HOME": str(root / "home"),
            "TMPDIR": str(root / "temporary"),
            "PYTHONPATH": str(root / "start"),
            "DEBUG_LOG": str(root / "debug.log"),
            **{f"OPTILEARN_{kind}_DIR": str(root / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")},
            **environ,
        }

    def run(self, *words: str, stdin: str = "", breaks: str = "") -> int:
        """Run one command with `stdin` in a pipe, with one function of it broken; its exit code."""
        done = subprocess.run(
            [*self._program, *words],
            env={**self.environ, "BREAKS": breaks},
            cwd=self.root / "desk",
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
        self.outputs[f"{len(self.outputs)}: {' '.join(words)}"] = done.stdout + done.stderr
        self._last = done.stdout
        return done.returncode

    def told(self, *words: str) -> bytes:
        """What one command prints that succeeds."""
        assert self.run(*words) == 0
        return self._last

    def open(self, *words: str, breaks: str = "") -> PseudoTerminal:
        """The program in a terminal; tell `note` when it is done."""
        environ = {**self.environ, "BREAKS": breaks}
        return PseudoTerminal([*self._program, *words], environ=environ, columns=100, rows=40)

    def note(self, terminal: PseudoTerminal) -> None:
        """Take what a terminal was sent into `outputs`."""
        self.outputs[f"{len(self.outputs)}: terminal"] = bytes(terminal.written)

    def files(self) -> dict[str, bytes]:
        """Every file there is, by its place below `root`: name and content."""
        own = self.root / "start"
        return {
            str(path.relative_to(self.root)): str(path).encode() + b"\n" + path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and own not in path.parents
        }

    @property
    def _program(self) -> list[str]:
        return [sys.executable, "-X", "dev", "-m", "optilearn_tui"]
