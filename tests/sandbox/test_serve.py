"""`optilearn sandbox`: what it prints, how it ends, and a port that is taken (COMMANDS.md)."""

from __future__ import annotations

import io
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict

import httpx
import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.sandbox import Sandbox, UnknownPart
from optilearn_tui.sandbox.serve import PortTaken, UnknownAddress, listen, ready_line, serve, welcome

SCRIPT = (
    "from optilearn_tui.sandbox.serve import serve; "
    "serve(port=0, as_json=True, failures={'fees': '503'}, scale='large')"
)


class Ready(TypedDict):
    """The line of JSON that is printed when the sandbox is ready."""

    port: int
    base_domain: str
    api_key: str
    accounts: list[dict[str, str]]


@contextmanager
def served() -> Iterator[tuple[subprocess.Popen[str], Ready]]:
    """The sandbox in a process of its own, ready, and its line of JSON."""
    command = [sys.executable, "-W", "error", "-c", SCRIPT]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def ask(ready: Ready, place: str, path: str, headers: dict[str, str]) -> httpx.Response:
    url = f"http://127.0.0.1:{ready['port']}{path}"
    return httpx.get(url, headers={"host": f"{place}.{ready['base_domain']}", **headers}, trust_env=False)


def test_the_ready_line_is_true_when_it_is_printed() -> None:
    with served() as (_, ready):
        parent = next(account for account in ready["accounts"] if account["role"] == "parent")
        cookie = {"cookie": f"authjs.session-token={parent['session_token']}"}
        children = ask(ready, "learn", "/api/parent/children", cookie)
        assert len(children.json()["data"]["children"]) == 3
        key = {"authorization": f"Bearer {ready['api_key']}", "x-institution-slug": "riverside"}
        assert ask(ready, "riverside", "/api/lms/students/c-aarav/fee-status", key).status_code == 503
        classes = ask(ready, "riverside", "/api/lms/classes", key).json()["data"]
        assert sum(len(row["sections"]) for row in classes) == 500


def test_ctrl_c_ends_it_quietly() -> None:
    with served() as (process, _):
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
        assert (process.returncode, output, errors) == (0, "", "")


def test_the_ready_line_has_the_promised_keys() -> None:
    sandbox = Sandbox(base_domain="localhost:8400")
    line = ready_line(sandbox, 8400)
    told = json.loads(line)
    assert "\n" not in line
    assert {name: told[name] for name in ("ready", "port", "base_domain", "protocol", "api_key")} == {
        "ready": True,
        "port": 8400,
        "base_domain": "localhost:8400",
        "protocol": "http",
        "api_key": sandbox.api_key,
    }
    assert told["accounts"][0] == {
        "role": "parent",
        "institution": "riverside",
        "email": "meera.sharma@example.com",
        "password": "sandbox-2026",
        "session_token": sandbox.parent().session_token,
    }


def test_people_are_told_how_to_point_the_dashboard_here() -> None:
    sandbox = Sandbox(base_domain="localhost:8400")
    text = welcome(sandbox)
    assert "OPTICRM_BASE_DOMAIN=localhost:8400 OPTICRM_PROTOCOL=http optilearn" in text
    assert "sandbox-2026" in text
    for account in sandbox.accounts:
        assert account.email in text
        assert account.session_token not in text


def test_people_are_told_in_their_language() -> None:
    use(Language.HI)
    try:
        assert "OPTICRM_BASE_DOMAIN" in welcome(Sandbox())
    finally:
        use(Language.EN)


def test_small_answers_are_sent_at_once() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()) as _visitor:
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP  # what asyncio looks at before it sets TCP_NODELAY


def test_a_port_that_is_taken_is_named() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken) as raised:
            serve(port=port, out=io.StringIO())
    assert (raised.value.host, raised.value.port, raised.value.is_forbidden) == ("127.0.0.1", port, False)


@pytest.mark.parametrize("host", ["192.0.2.1", "a..b"])
def test_an_address_of_another_machine_is_named(host: str) -> None:
    with pytest.raises(UnknownAddress) as raised:
        serve(host=host, port=0, out=io.StringIO())
    assert raised.value.host == host


def test_an_unknown_part_is_named_before_anything_is_served() -> None:
    out = io.StringIO()
    with pytest.raises(UnknownPart):
        serve(port=0, failures={"weather": "500"}, out=out)
    assert out.getvalue() == ""
