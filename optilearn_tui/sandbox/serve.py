"""`optilearn sandbox`: the bundled school behind a socket, for people and for other programs."""

from __future__ import annotations

import errno
import json
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TextIO

import uvicorn
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.sandbox.sandbox import Sandbox, Scale

_BACKLOG = 128


class PortTaken(Exception):
    """The port is in use, or may not be used.

    Attributes:
        host: the address that was to be listened on.
        port: the port.
        is_forbidden: the port is not in use; this account may not open it.
    """

    def __init__(self, host: str, port: int, *, is_forbidden: bool = False) -> None:
        super().__init__(host, port)
        self.host = host
        self.port = port
        self.is_forbidden = is_forbidden


class UnknownAddress(Exception):
    """This machine has no such address to listen on."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class AnnouncedServer(uvicorn.Server):
    """A server that says when it is ready to answer."""

    def __init__(self, sandbox: Sandbox, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            sandbox.app,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        super().__init__(config)
        self._ready = ready

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one.

    Raises:
        PortTaken: somebody else listens there, or it is reserved.
        UnknownAddress: `host` is no address of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):  # the latter from a name that no resolver would take
        raise UnknownAddress(host) from None
    # With the protocol named, asyncio sends small answers at once: else each second one waits for 40 ms.
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRNOTAVAIL:
            raise UnknownAddress(host) from None
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PortTaken(host, port, is_forbidden=error.errno == errno.EACCES) from None
        raise
    return listener


def serve(
    *,
    host: str = "127.0.0.1",
    port: int = 8400,
    as_json: bool = False,
    slow_ms: int = 0,
    failures: Mapping[str, str] | None = None,
    scale: Scale = "small",
    api_key: str | None = None,
    secret: str | None = None,
    out: TextIO | None = None,
) -> None:
    """Serve the bundled school until Ctrl-C.

    Args:
        host: the address to listen on.
        port: the port; 0 picks a free one.
        as_json: tell what COMMANDS.md promises as one line, instead of words.
        slow_ms: every answer takes so many milliseconds longer.
        failures: a trouble by part of the platform, as `Weather.fail` takes them.
        scale: how big the school is.
        api_key: the service key; made up anew unless given.
        secret: signs the sessions; made up anew unless given, so that no session outlives this run.
        out: where to tell it; standard output unless given.

    Raises:
        PortTaken: the port cannot be had.
        UnknownAddress: `host` is no address of this machine.
        UnknownPart: there is no such part or trouble.
    """
    with listen(host, port) as listener:
        bound: int = listener.getsockname()[1]
        sandbox = Sandbox(base_domain=f"localhost:{bound}", scale=scale, api_key=api_key, secret=secret)
        if slow_ms:
            sandbox.weather.delay(slow_ms / 1000)
        for part, trouble in (failures or {}).items():
            sandbox.weather.fail(part, trouble)
        text = ready_line(sandbox, bound) if as_json else welcome(sandbox)
        server = AnnouncedServer(sandbox, lambda: print(text, file=out, flush=True))
        # uvicorn shuts down first and then raises the signal again.
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def ready_line(sandbox: Sandbox, port: int) -> str:
    """What programs read: one line of JSON (COMMANDS.md)."""
    accounts = [
        {
            "role": account.role,
            "institution": account.institution,
            "email": account.email,
            "password": account.password,
            "session_token": account.session_token,
        }
        for account in sandbox.accounts
    ]
    told = {
        "ready": True,
        "port": port,
        "base_domain": sandbox.base_domain,
        "protocol": sandbox.protocol,
        "api_key": sandbox.api_key,
        "accounts": accounts,
    }
    return json.dumps(told)


def welcome(sandbox: Sandbox) -> str:
    """What people read: how to point the dashboard here, and who can sign in."""
    width = max(len(account.email) for account in sandbox.accounts)
    table = (f"  {one.email:<{width}}  {one.institution:<10}  {one.role}" for one in sandbox.accounts)
    return "\n".join(
        [
            tr("The bundled school is open on {address}.", address=f"http://riverside.{sandbox.base_domain}"),
            "",
            tr("To look at it from another terminal:"),
            f"  OPTICRM_BASE_DOMAIN={sandbox.base_domain} OPTICRM_PROTOCOL={sandbox.protocol} optilearn",
            tr("To ask as the school itself:"),
            f"  OPTICRM_API_KEY={sandbox.api_key}",
            "",
            tr("Everybody's password is {password}. Who can sign in:", password=sandbox.accounts[0].password),
            *table,
            "",
            tr("Press Ctrl-C to close the school."),
        ]
    )
