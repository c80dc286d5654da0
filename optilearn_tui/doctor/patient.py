"""What is known about a case so far: each check adds what later ones build on."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.api.tenancy import Deployment, Host
    from optilearn_tui.api.token import Token
    from optilearn_tui.doctor.case import Case

T = TypeVar("T")


class Patient:
    """A case under examination. A context manager: what was opened is closed at its end.

    Attributes:
        case: what is looked at.
        proxy: what stands between here and the two hosts, as `host:port`; None where nothing does.
        identity: who the school says is signed in; None while nobody knows.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.proxy: str | None = None
        self.identity: Identity | None = None
        self._deployment: Deployment | None = None
        self._slug: str | None = None
        self._key: ServiceKey | None = None
        self._accounts: Accounts | None = None
        self._open: dict[str, Client] = {}

    @property
    def deployment(self) -> Deployment:
        """Which installation of the platform, once that is clear."""
        return _known(self._deployment)

    @deployment.setter
    def deployment(self, deployment: Deployment) -> None:
        self._deployment = deployment

    @property
    def slug(self) -> str:
        """Which institution, once that is clear."""
        return _known(self._slug)

    @slug.setter
    def slug(self, slug: str) -> None:
        self._slug = slug

    @property
    def accounts(self) -> Accounts:
        """Who has signed in on this machine, once the deployment is clear."""
        return _known(self._accounts)

    @accounts.setter
    def accounts(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def origin_of(self, host: Host) -> str:
        """Where one of the two hosts is asked."""
        from optilearn_tui.api.tenancy import Host

        is_tenant = host is Host.TENANT
        return self.deployment.tenant_origin(self.slug) if is_tenant else self.deployment.learn_origin

    @property
    def stranger(self) -> Client:
        """A client without any credential."""
        return self._opened("stranger", None)

    @property
    def person(self) -> Client:
        """The client with the session, and with that alone."""
        return _known(self._open.get("person"))

    @property
    def machine(self) -> Client:
        """The client with the service key, and with that alone."""
        client = self._opened("machine", None)
        client.use_service_key(_known(self._key))
        return client

    @property
    def has_session(self) -> bool:
        """Whether a session was found."""
        return "person" in self._open

    @property
    def has_key(self) -> bool:
        """Whether a service key was found."""
        return self._key is not None

    def give_session(self, token: Token) -> Client:
        """Ask with this session from now on."""
        return self._opened("person", token)

    def give_key(self, key: ServiceKey) -> None:
        """Ask OptiCRM with this service key, where a check is about it."""
        self._key = key

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for client in self._open.values():
            await client.aclose()

    def _opened(self, role: str, token: Token | None) -> Client:
        if role not in self._open:
            self._open[role] = self.case.connect(self.deployment, self.slug, token)
        return self._open[role]


def _known(value: T | None) -> T:
    if value is None:
        message = "a check ran before the ones it needs"
        raise RuntimeError(message)
    return value
