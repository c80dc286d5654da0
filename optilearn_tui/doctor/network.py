"""The way to the two hosts: a proxy in between, their names, and whether anybody listens there."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from optilearn_tui.api.errors import UnusableProxy
from optilearn_tui.api.tenancy import Host
from optilearn_tui.credentials.errands import Errands
from optilearn_tui.doctor.finding import Check, Fact, Finding, failed, ok, skipped

if TYPE_CHECKING:
    from optilearn_tui.doctor.patient import Patient

PATIENCE = 4.0  # seconds for one connection or one name
_USUAL_PORTS = {"https": 443, "http": 80}
_SOCKS = ("socks5", "socks5h")
_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Door:
    """One of the two hosts as it is dialled: `address` is where its name leads by rule, if a rule says so."""

    name: str
    port: int
    address: str

    @property
    def host(self) -> str:
        """Name and port, as they are told."""
        return f"{self.name}:{self.port}"


def doors(patient: Patient) -> dict[Host, Door]:
    """Both hosts, the school's first."""
    found = {}
    for host in Host:
        parts = urlsplit(patient.origin_of(host))
        name = parts.hostname or ""
        # Names below `localhost` never leave this machine (RFC 6761); the transport sees to that.
        address = _LOOPBACK if name.endswith(".localhost") else name
        found[host] = Door(name, parts.port or _USUAL_PORTS[parts.scheme], address)
    return found


async def proxy(patient: Patient) -> Finding:
    """Whether the environment names a proxy, whether it can be one, and whether it is there."""
    if patient.case.is_in_process:
        return skipped(Check.PROXY, "in-process")
    configured = dict(_configured())
    for url, variable in configured.values():
        if _address_of(url) is None:
            # Never the value: it may have a password in it.
            return failed(Check.PROXY, "unusable", {"variable": variable}, error=UnusableProxy())
    scheme = patient.deployment.protocol
    chosen = configured.get(scheme) or configured.get("all")
    if chosen is None:
        return ok(Check.PROXY, "none")
    url, variable = chosen
    name, port = _address_of(url) or ("", 0)
    evidence: dict[str, Fact] = {"variable": variable, "proxy": f"{name}:{port}"}
    hostname = patient.deployment.hostname
    if hostname == "localhost" or hostname.endswith(".localhost") or proxy_bypass(f"learn.{hostname}"):
        return ok(Check.PROXY, "bypassed", evidence)
    fault = await _fault_of(name, port)
    if fault is not None:
        return failed(Check.PROXY, "unreachable", {**evidence, "fault": fault})
    patient.proxy = f"{name}:{port}"
    return ok(Check.PROXY, "used", evidence)


async def names(patient: Patient) -> Finding:
    """Whether both hosts have an address."""
    if reason := _needless(patient):
        return skipped(Check.DNS, reason)
    found = doors(patient)
    if all(door.address == _LOOPBACK for door in found.values()):
        return ok(Check.DNS, "local", {"hosts": {door.name: [_LOOPBACK] for door in found.values()}})
    answers = dict(zip(found, await asyncio.gather(*map(_looked_up, found.values())), strict=True))
    hosts: dict[str, Fact] = {
        door.name: list(answer) if isinstance(answer := answers[host], tuple) else answer
        for host, door in found.items()
    }
    evidence: dict[str, Fact] = {"hosts": hosts}
    silent = {host for host, answer in answers.items() if isinstance(answer, str)}
    if not silent:
        return ok(Check.DNS, "ok", evidence)
    if "no-answer" in answers.values():
        return failed(Check.DNS, "no-answer", evidence)
    if silent == set(Host):
        return failed(Check.DNS, "nothing-found", {**evidence, "baseDomain": patient.deployment.base_domain})
    if silent == {Host.TENANT}:
        return failed(Check.DNS, "no-such-school", {**evidence, "institution": patient.slug})
    return failed(Check.DNS, "no-learn", evidence, is_dead_end=False)


async def connection(patient: Patient) -> Finding:
    """Whether somebody listens at both hosts."""
    if reason := _needless(patient):
        return skipped(Check.CONNECTION, reason)
    found = doors(patient)
    faults = await asyncio.gather(*(_fault_of(door.address, door.port) for door in found.values()))
    hosts: dict[str, Fact] = {
        door.host: fault or "open" for door, fault in zip(found.values(), faults, strict=True)
    }
    at_school, at_learn = faults
    fault = at_school or at_learn
    if fault is None:
        return ok(Check.CONNECTION, "ok", {"hosts": hosts})
    deaf = found[Host.TENANT if at_school else Host.LEARN]
    return failed(
        Check.CONNECTION, fault, {"host": deaf.host, "hosts": hosts}, is_dead_end=at_school is not None
    )


def _needless(patient: Patient) -> str | None:
    """Why names and connections are not this machine's business, where they are not."""
    if patient.case.is_in_process:
        return "in-process"
    return "through-proxy" if patient.proxy else None


async def _looked_up(door: Door) -> tuple[str, ...] | str:
    """The addresses of a name; else `not-found`, or `no-answer` where nobody could be asked."""

    def look() -> tuple[str, ...]:
        rows = socket.getaddrinfo(door.address, door.port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(row[4][0]) for row in rows))

    try:
        # Not in a pool's thread: one that hangs would hold up the end of the program.
        return await Errands(PATIENCE).run(look) or "not-found"
    except socket.gaierror as error:
        return "no-answer" if error.errno == socket.EAI_AGAIN else "not-found"
    except (TimeoutError, OSError):
        return "no-answer"


async def _fault_of(name: str, port: int) -> str | None:
    """Why no connection can be opened: `refused`, `timed-out` or `unreachable`; None where one can."""
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(name, port)
    except ConnectionRefusedError:
        return "refused"
    except TimeoutError:
        return "timed-out"
    except OSError:
        return "unreachable"
    writer.transport.abort()
    return None


def _configured() -> Iterator[tuple[str, tuple[str, str]]]:
    """By scheme, the proxies that this machine names, and where it names them."""
    for scheme, url in getproxies().items():
        if scheme in {"http", "https", "all"} and url:
            name = f"{scheme}_proxy"
            where = next((each for each in (name, name.upper()) if os.environ.get(each)), "system")
            yield scheme, (url, where)


def _address_of(url: str) -> tuple[str, int] | None:
    """Where a proxy listens; None for one that cannot be used."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port
    except ValueError:
        return None
    is_spoken = parts.scheme in _USUAL_PORTS or (parts.scheme in _SOCKS and find_spec("socksio") is not None)
    if not parts.hostname or not is_spoken:
        return None
    return parts.hostname, port or _USUAL_PORTS.get(parts.scheme, 1080)
