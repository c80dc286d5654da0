"""`optilearn sandbox`: the promised line, and what cannot be."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from tests.cli.conftest import Shell

_COMMAND = (sys.executable, "-m", "optilearn_tui", "sandbox", "--port", "0", "--json")


def test_the_ready_line_lets_another_optilearn_sign_in(shell: Shell) -> None:
    command = (*_COMMAND, "--fail", "fees=500")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as sandbox:
        assert sandbox.stdout is not None
        ready = json.loads(sandbox.stdout.readline())
        parent = next(each for each in ready["accounts"] if each["email"] == "meera.sharma@example.com")
        shell.environ |= {
            "OPTICRM_BASE_DOMAIN": ready["base_domain"],
            "OPTICRM_PROTOCOL": ready["protocol"],
            "OPTILEARN_INSTITUTION": parent["institution"],
            "OPTILEARN_SESSION_TOKEN": parent["session_token"],
        }
        children, overview = shell.run("children"), shell.run("overview", "c-aarav", "--json")
        sandbox.send_signal(signal.SIGINT)
        rest, err = sandbox.communicate()

    assert ready["ready"] is True
    assert children.code == 0
    assert isinstance(overview.json, dict)
    assert overview.json["unknown"] == [{"part": "fees", "reason": "server-trouble"}]
    assert (sandbox.returncode, rest, err) == (0, "", "")


def test_a_session_survives_a_restart(shell: Shell) -> None:
    first = _started_and_stopped(os.environ)
    with subprocess.Popen(_COMMAND, stdout=subprocess.PIPE, text=True) as sandbox:
        assert sandbox.stdout is not None
        ready = json.loads(sandbox.stdout.readline())
        shell.environ |= {
            "OPTICRM_BASE_DOMAIN": ready["base_domain"],
            "OPTICRM_PROTOCOL": ready["protocol"],
            "OPTILEARN_INSTITUTION": "riverside",
            "OPTILEARN_SESSION_TOKEN": first["accounts"][0]["session_token"],
        }
        whoami = shell.run("whoami", "--json")
        sandbox.send_signal(signal.SIGINT)
        sandbox.communicate()
    assert isinstance(whoami.json, dict)
    assert whoami.json["email"] == first["accounts"][0]["email"]


def test_the_platforms_own_key_is_the_schools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPTICRM_API_KEY", "a key of one's own")
    assert _started_and_stopped(os.environ)["api_key"] == "a key of one's own"


def _started_and_stopped(environ: Mapping[str, str]) -> dict[str, Any]:
    """What a sandbox says when it is ready; it is gone again."""
    with subprocess.Popen(_COMMAND, stdout=subprocess.PIPE, text=True, env=environ) as sandbox:
        assert sandbox.stdout is not None
        ready: dict[str, Any] = json.loads(sandbox.stdout.readline())
        sandbox.send_signal(signal.SIGINT)
        sandbox.communicate()
    return ready


def test_a_port_that_is_taken_is_one_sentence(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = shell.run("sandbox", "--port", str(port))

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"Port {port} is in use already. Choose another with --port; 0 picks a free one.\n"


def test_an_address_of_another_computer_is_one_sentence(shell: Shell) -> None:
    outcome = shell.run("sandbox", "--port", "0", "--host", "192.0.2.1")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "This computer has no address “192.0.2.1”. Leave out --host.\n"


def test_what_cannot_fail_is_told_with_what_can(shell: Shell) -> None:
    for nonsense in ("overview", "homework=500", "overview=maybe"):
        outcome = shell.run("sandbox", "--port", "0", "--fail", nonsense)
        assert (outcome.code, outcome.out) == (2, "")
        assert "overview=500" in outcome.err
        assert "attendance" in outcome.err
