"""Proxies, names, ports and certificates that are wrong."""

from __future__ import annotations

import asyncio
import socket
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.doctor import Check, Result
from optilearn_tui.doctor.words import worded
from tests.api.raw_server import Talk, reply, serving
from tests.doctor.certificates import certificate, context_of
from tests.doctor.examined import Machine, clock_off_by, skipped_because_of, wrong_in

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox

BOTH = ("riverside.localhost", "learn.localhost")
THERE = b'{"name": "Riverside", "slug": "riverside"}'


def point(machine: Machine, deployment: Deployment) -> None:
    """Let the machine ask this server."""
    machine.environ |= {
        "OPTICRM_BASE_DOMAIN": deployment.base_domain,
        "OPTICRM_PROTOCOL": deployment.protocol,
        "OPTILEARN_INSTITUTION": "riverside",
    }


def saying(answer: bytes) -> Talk:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    return talk


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


@pytest.mark.parametrize("proxy", ["nonsense://me:hunter2@proxy", "http://:0x/"])
async def test_a_proxy_that_can_be_none_is_named_by_its_variable(
    bare: Machine, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    bare.environ["OPTILEARN_INSTITUTION"] = "riverside"

    found = await bare.examined()

    assert wrong_in(found) == {Check.PROXY: "unusable"}
    assert worded(found[Check.PROXY]).sentence == "The proxy in ALL_PROXY cannot be used."
    assert "hunter2" not in repr(found)
    assert Check.PORTAL in skipped_because_of(Check.PROXY, found)


async def test_a_proxy_that_is_not_there_is_named(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:hunter2@127.0.0.1:{port}")
    bare.environ |= {"OPTICRM_BASE_DOMAIN": "opticrm.test", "OPTILEARN_INSTITUTION": "riverside"}

    found = await bare.examined()

    assert wrong_in(found) == {Check.PROXY: "unreachable"}
    assert f"127.0.0.1:{port} in HTTPS_PROXY does not answer" in worded(found[Check.PROXY]).sentence
    assert "hunter2" not in repr(found)


async def test_a_proxy_that_lets_nobody_through_is_seen_at_the_front_page(
    bare: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare.environ |= {"OPTICRM_BASE_DOMAIN": "opticrm.test", "OPTILEARN_INSTITUTION": "riverside"}

    async with serving(saying(reply(b"", status="407 Proxy Authentication Required"))) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.base_domain.partition(':')[2]}")
        found = await bare.examined()

    assert wrong_in(found) == {Check.PORTAL: "unreachable"}
    assert found[Check.DNS].reason == found[Check.CERTIFICATE].reason == "through-proxy"


@pytest.mark.parametrize(
    ("unknown", "number", "reason"),
    [
        ("riverside.opticrm.test", socket.EAI_NONAME, "no-such-school"),
        ("opticrm.test", socket.EAI_NONAME, "nothing-found"),
        ("opticrm.test", socket.EAI_AGAIN, "no-answer"),
    ],
)
async def test_names_that_lead_nowhere_tell_a_school_from_a_domain_from_a_network(
    bare: Machine, monkeypatch: pytest.MonkeyPatch, unknown: str, number: int, reason: str
) -> None:
    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        if host.endswith(unknown):
            raise socket.gaierror(number, "no")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", port))]

    bare.environ |= {"OPTICRM_BASE_DOMAIN": "opticrm.test", "OPTILEARN_INSTITUTION": "riverside"}
    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    found = await bare.examined()

    assert wrong_in(found) == {Check.DNS: reason}
    assert skipped_because_of(Check.DNS, found) >= {Check.CONNECTION, Check.PORTAL, Check.SIGN_IN}


async def test_a_port_on_which_nobody_listens_is_named(bare: Machine) -> None:
    port = free_port()
    point(bare, Deployment(f"localhost:{port}", "http"))

    found = await bare.examined()

    assert wrong_in(found) == {Check.CONNECTION: "refused"}
    assert f"Nobody listens at riverside.localhost:{port}." == worded(found[Check.CONNECTION]).sentence
    assert found[Check.KEYRING].reason == "missing"


async def test_a_certificate_that_only_the_server_vouches_for_is_named(bare: Machine, tmp_path: Path) -> None:
    async with serving(saying(reply(THERE)), tls=context_of(certificate(tmp_path, *BOTH))) as there:
        point(bare, there)
        found = await bare.examined()

    assert wrong_in(found) == {Check.CERTIFICATE: "self-signed"}
    assert Check.PORTAL in skipped_because_of(Check.CERTIFICATE, found)


@pytest.mark.parametrize(
    ("names", "begins", "ends", "reason"),
    [
        (BOTH, -20, -10, "expired"),
        (BOTH, 1, 30, "not-yet-valid"),
        (("learn.localhost",), -1, 90, "wrong-name"),
    ],
)
async def test_each_fault_of_a_trusted_certificate_has_its_name(
    bare: Machine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, ...],
    begins: int,
    ends: int,
    reason: str,
) -> None:
    file = certificate(tmp_path, *names, begins=timedelta(days=begins), ends=timedelta(days=ends))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    async with serving(saying(reply(THERE)), tls=context_of(file)) as there:
        point(bare, there)
        found = await bare.examined()

    assert wrong_in(found) == {Check.CERTIFICATE: reason}
    assert found[Check.CERTIFICATE].evidence["host"] == f"riverside.{there.base_domain}"


async def test_a_fault_of_optilearns_certificate_leaves_the_schools_own_host_to_be_asked(
    bare: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate(tmp_path, "riverside.localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    async with serving(saying(reply(THERE)), tls=context_of(file)) as there:
        point(bare, there)
        found = await bare.examined()

    assert wrong_in(found) == {Check.CERTIFICATE: "wrong-name"}
    assert found[Check.CERTIFICATE].evidence["host"] == f"learn.{there.base_domain}"
    assert found[Check.PORTAL].result is Result.OK


@pytest.mark.parametrize(("days", "result"), [(90, Result.OK), (5, Result.WARNING)])
async def test_a_certificate_is_told_with_its_end(
    bare: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, result: Result
) -> None:
    file = certificate(tmp_path, *BOTH, ends=timedelta(days=days))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    async with serving(saying(reply(THERE)), tls=context_of(file)) as there:
        point(bare, there)
        found = await bare.examined()

    assert found[Check.CERTIFICATE].result is result
    assert found[Check.PORTAL].result is Result.OK


async def test_a_server_that_does_not_encrypt_is_named(machine: Machine) -> None:
    machine.environ["OPTICRM_PROTOCOL"] = "https"

    found = await machine.examined()

    assert wrong_in(found) == {Check.CERTIFICATE: "no-tls"}
    assert "OPTICRM_PROTOCOL" in worded(found[Check.CERTIFICATE]).next_step


async def test_a_page_to_sign_in_to_the_network_is_told_from_a_school(bare: Machine) -> None:
    page = reply(b"<html>Welcome to the cafe</html>", "Content-Type: text/html")

    async with serving(saying(page)) as there:
        point(bare, there)
        found = await bare.examined()

    assert wrong_in(found) == {Check.PORTAL: "web-page"}
    assert "open it in a browser first" in worded(found[Check.PORTAL]).next_step


async def test_a_server_that_takes_the_question_and_never_answers_is_given_up(
    bare: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def talk(_: bytes, _writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("optilearn_tui.doctor.case.PATIENCE", Bounds(read=0.05))
    async with serving(talk) as there:
        point(bare, there)
        found = await bare.examined()

    assert wrong_in(found) == {Check.PORTAL: "timed-out"}
    assert found[Check.CONNECTION].result is Result.OK


async def test_a_mistyped_school_is_named(machine: Machine) -> None:
    machine.environ["OPTILEARN_INSTITUTION"] = "riversdie"

    found = await machine.examined()

    assert wrong_in(found) == {Check.PORTAL: "no-such-school"}
    assert worded(found[Check.PORTAL]).sentence == "No school is called “riversdie”."
    assert Check.SIGN_IN in skipped_because_of(Check.PORTAL, found)


async def test_a_school_without_a_front_page_is_a_school_all_the_same(
    machine: Machine, school: LiveSandbox
) -> None:
    school.sandbox.weather.answer("institution", status=404)

    found = await machine.examined()

    assert wrong_in(found) == {}
    assert found[Check.PORTAL].reason == "no-portal"


@pytest.mark.parametrize(
    ("seconds", "result", "reason"),
    [
        (0, Result.OK, "ok"),
        (150, Result.WARNING, "ahead"),
        (7200, Result.FAILED, "ahead"),
        (-7200, Result.FAILED, "behind"),
    ],
)
async def test_a_wrong_clock_is_found_by_the_servers_own(
    machine: Machine, seconds: int, result: Result, reason: str
) -> None:
    machine.clock = clock_off_by(seconds)

    found = await machine.examined()

    assert (found[Check.CLOCK].result, found[Check.CLOCK].reason) == (result, reason)
    assert found[Check.SIGN_IN].result is Result.OK


async def test_a_sign_in_service_that_is_set_up_wrongly_is_told_from_a_sign_out(
    machine: Machine, school: LiveSandbox
) -> None:
    machine.sign_in("meera.sharma@example.com")
    school.sandbox.weather.answer("providers", status=500)
    school.sandbox.weather.answer("session", status=500)

    found = await machine.examined()

    assert wrong_in(found) == {Check.SIGN_IN: "misconfigured", Check.WHO_AM_I: "misconfigured"}
    assert found[Check.SESSION_AT_LEARN].result is Result.OK


async def test_a_school_that_signs_in_by_browser_only_says_so(machine: Machine, school: LiveSandbox) -> None:
    school.sandbox.weather.body("providers", '{"google": {"id": "google", "name": "Google", "type": "oidc"}}')

    found = await machine.examined()

    assert found[Check.SIGN_IN].reason == "browser-only"
    assert found[Check.SIGN_IN].evidence["providers"] == ["google"]
