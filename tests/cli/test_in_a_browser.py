"""The dashboard where another program draws it: a page in a browser, as textual-serve serves one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

_GREETING = b"__GANGLION__\n"


def _packets(stream: IO[bytes]) -> bytes:
    """The next packet of text for the page; other packets are passed over."""
    while True:
        kind = stream.read(1)
        size = int.from_bytes(stream.read(4), "big")
        payload = stream.read(size)
        if kind in {b"D", b""}:
            return payload


def test_a_browser_may_draw_what_is_no_terminal_of_its_own(shell: Shell) -> None:
    environ = {**os.environ, **shell.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
    command = [sys.executable, "-m", "optilearn_tui", "demo"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
    ) as page:
        assert page.stdin is not None
        assert page.stdout is not None
        assert page.stdout.readline() == _GREETING
        shown = b""
        while "दीया".encode() not in shown:
            piece = _packets(page.stdout)
            assert piece, "the program ended before the dashboard stood"
            shown += piece
        goodbye = json.dumps({"type": "quit"}).encode()
        page.stdin.write(b"M" + len(goodbye).to_bytes(4, "big") + goodbye)
        page.stdin.flush()
        page.communicate()
    assert page.returncode == 0
