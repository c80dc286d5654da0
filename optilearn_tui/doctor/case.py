"""What an examination begins with: everything that is to be looked at, as the program itself finds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.retry import ONCE
from optilearn_tui.credentials import ALLOWED_BACKENDS, FileStore, KeyringStore, MemoryStore
from optilearn_tui.settings import Places, Settings, UnreadableSettings

if TYPE_CHECKING:
    from optilearn_tui.accounts import SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.api.token import Token
    from optilearn_tui.api.transport import ASGIApp
    from optilearn_tui.credentials import Store

PATIENCE = Bounds(connect=4.0, read=8.0, write=4.0, pool=8.0, whole=10.0)
"""Whoever asks what is wrong waits less than for an answer: no request takes longer than ten seconds."""

KEYRING_PATIENCE = 4.0  # seconds: whoever is asked to unlock it on another display does not see that here

Connect = Callable[["Deployment", str, "Token | None"], "Client"]
"""Makes a client that asks once and is not patient."""


@dataclass(frozen=True)
class Case:
    """What is looked at. Nothing of it is changed: the examination writes, renews and erases nothing.

    Attributes:
        found: the settings, or why they cannot be read.
        places: where settings, sessions and answers lie on this machine.
        environ: the environment variables.
        clock: tells the present moment.
        stores: where sessions and keys may lie.
        connect: makes a client.
        signed_in: who is signed in in the running program; None leaves it to what is kept here.
        school: the school that somebody typed; None leaves it to what is chosen.
        who: which of several accounts is meant, as `--account` takes it.
        parent: contact id of a parent who should be linked to `student`.
        student: contact id of that student.
        is_in_process: the school is in this very process, without a network in between.
    """

    found: Settings | UnreadableSettings
    places: Places
    environ: Mapping[str, str]
    clock: Clock
    stores: Sequence[Store]
    connect: Connect
    signed_in: SignedIn | None = None
    school: str | None = None
    who: str | None = None
    parent: str | None = None
    student: str | None = None
    is_in_process: bool = False

    @property
    def settings(self) -> Settings:
        """The settings; the defaults where they cannot be read."""
        return self.found if isinstance(self.found, Settings) else Settings()


def connecting(
    environ: Mapping[str, str],
    clock: Clock = utc_now,
    *,
    http2: bool = True,
    app: ASGIApp | None = None,
) -> Connect:
    """The way to make clients for an examination: with the session key of the environment, asking once.

    Args:
        environ: the environment, for `NEXTAUTH_SECRET`.
        clock: tells when an answer came.
        http2: whether HTTP/2 is spoken where it is offered.
        app: a web application in this process that answers in place of the two hosts.
    """

    def connect(deployment: Deployment, slug: str, token: Token | None) -> Client:
        from optilearn_tui.api.client import Client
        from optilearn_tui.api.session_key import SessionKey

        key = SessionKey.from_environment(environ)
        return Client(
            deployment,
            slug,
            token,
            session_key=key,
            clock=clock,
            app=app,
            retry=ONCE,
            bounds=PATIENCE,
            http2=http2,
        )

    return connect


def case_here(
    found: Settings | UnreadableSettings,
    places: Places,
    environ: Mapping[str, str],
    *,
    clock: Clock = utc_now,
    signed_in: SignedIn | None = None,
    school: str | None = None,
    who: str | None = None,
    parent: str | None = None,
    student: str | None = None,
) -> Case:
    """The case of the person at this machine: real servers, real keyring, real settings."""
    chosen = found if isinstance(found, Settings) else Settings()
    return Case(
        found,
        places,
        environ,
        clock,
        stores=(MemoryStore(),) if chosen.keep_nothing else _stores_of(places),
        connect=connecting(environ, clock, http2=chosen.http2),
        signed_in=signed_in,
        school=school,
        who=who,
        parent=parent,
        student=student,
    )


def _stores_of(places: Places) -> tuple[Store, ...]:
    keyring = KeyringStore(timeout=KEYRING_PATIENCE, allowed_backends=ALLOWED_BACKENDS)
    return keyring, FileStore(places.data_dir)
