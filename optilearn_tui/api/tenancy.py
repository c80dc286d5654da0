"""Which hosts there are, and which institution's is asked (PLATFORM.md §1).

Two origins exist for an account: `<protocol>://<slug>.<base domain>` (OptiCRM of the institution) and
`<protocol>://learn.<base domain>` (OptiLearn). Nothing else is called, the bare base domain least of all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import SplitResult, urlsplit

from optilearn_tui.api.errors import InsecureProtocol, InvalidBaseDomain, InvalidSlug

LEARN = "learn"
"""The label of OptiLearn's host; therefore not a legal slug."""

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_LINK = re.compile(r"[!#-\[\]_a-z~%]{1,2048}", re.IGNORECASE)
_DEFAULT_PORTS = {"https": 443, "http": 80}
_LOCAL_DOMAINS = ("localhost", "local", "test")


class Host(Enum):
    """The two services of PLATFORM.md, each with a host of its own."""

    TENANT = "tenant"
    """OptiCRM of the institution: people, classes, fees, attendance, signing in."""
    LEARN = "learn"
    """OptiLearn: courses, grades, live classes."""


def parse_slug(text: str) -> str:
    """The institution's name in addresses: one DNS label, without regard to case (PLATFORM.md §1, §2).

    Raises:
        InvalidSlug: it is no DNS label, or it is `learn`.
    """
    stripped = text.strip()
    slug = stripped.lower()
    if not stripped.isascii() or not _LABEL.fullmatch(slug) or slug == LEARN:
        raise InvalidSlug(stripped)
    return slug


@dataclass(frozen=True, slots=True)
class Deployment:
    """One installation of the platform: its base domain and protocol.

    Attributes:
        base_domain: the parent domain, with a port where it is not the usual one: `localhost:8400`.
        protocol: `https`; `http` only for work on this machine or network.
        legacy_slug: the institution that `OPTICRM_API_URL` named, where it named one.

    Raises:
        InvalidBaseDomain: base domain or protocol cannot be read.
        InsecureProtocol: `http` for a public domain.
        InvalidSlug: the legacy slug is none.
    """

    base_domain: str = "opticrm.app"
    protocol: str = "https"
    legacy_slug: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "base_domain", _domain(self.base_domain, "OPTICRM_BASE_DOMAIN"))
        object.__setattr__(self, "protocol", _protocol(self.protocol, "OPTICRM_PROTOCOL"))
        if self.legacy_slug is not None:
            object.__setattr__(self, "legacy_slug", parse_slug(self.legacy_slug))
        if self.protocol == "http" and not self.is_local:
            raise InsecureProtocol(host=self.base_domain)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Deployment:
        """The deployment that the platform's own variables describe; empty ones count as not set.

        `OPTICRM_BASE_DOMAIN` and `OPTICRM_PROTOCOL` win over what the legacy `OPTICRM_API_URL` says.

        Raises:
            InvalidBaseDomain: a variable cannot be read.
            InsecureProtocol: `http` for a public domain.
        """
        domain = environ.get("OPTICRM_BASE_DOMAIN", "").strip()
        protocol = environ.get("OPTICRM_PROTOCOL", "").strip()
        legacy = _take_apart(environ.get("OPTICRM_API_URL", "").strip())
        return cls(
            base_domain=domain or legacy.base_domain,
            protocol=protocol or legacy.protocol,
            legacy_slug=legacy.slug,
        )

    def tenant_origin(self, slug: str) -> str:
        """Where OptiCRM of an institution lives, without a trailing slash.

        Raises:
            InvalidSlug: `slug` is none.
        """
        return f"{self.protocol}://{parse_slug(slug)}.{self.base_domain}"

    @property
    def learn_origin(self) -> str:
        """Where OptiLearn lives, without a trailing slash."""
        return f"{self.protocol}://{LEARN}.{self.base_domain}"

    @property
    def hostname(self) -> str:
        """The base domain without its port."""
        return self.base_domain.partition(":")[0]

    @property
    def is_local(self) -> bool:
        """Whether this is work on this machine or network: a domain that the public Internet cannot have."""
        return self.hostname.rpartition(".")[2] in _LOCAL_DOMAINS

    @property
    def session_cookie_name(self) -> str:
        """The name of the shared session cookie (PLATFORM.md §2)."""
        return "__Secure-authjs.session-token" if self.protocol == "https" else "authjs.session-token"

    def is_own_link(self, url: str) -> bool:
        """Whether a link that a server gave leads to this deployment and may be opened.

        It has to be https, to the base domain or below it, at the usual port, and name no user. On a local
        deployment the deployment's own protocol and port will do as well.
        """
        if not _LINK.fullmatch(url):
            return False
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        host = parts.hostname or ""
        if "@" in parts.netloc or parts.netloc.endswith(":"):
            return False
        if not all(_LABEL.fullmatch(label) for label in host.split(".")):
            return False
        if host != self.hostname and not host.endswith(f".{self.hostname}"):
            return False
        return self._is_own_door(parts.scheme, port)

    def _is_own_door(self, scheme: str, port: int | None) -> bool:
        if scheme == "https" and port in {None, 443}:
            return True
        own_port = int(self.base_domain.partition(":")[2] or _DEFAULT_PORTS[self.protocol])
        here = port or _DEFAULT_PORTS.get(scheme)
        return self.is_local and scheme == self.protocol and here == own_port


@dataclass(frozen=True, slots=True)
class _Legacy:
    base_domain: str = "opticrm.app"
    protocol: str = "https"
    slug: str | None = None


def _take_apart(url: str) -> _Legacy:
    """What the single-tenant `OPTICRM_API_URL` says about protocol, base domain and institution."""
    variable = "OPTICRM_API_URL"
    if not url:
        return _Legacy()
    try:
        parts: SplitResult = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InvalidBaseDomain(variable, "") from None
    host = parts.hostname or ""
    if "@" in parts.netloc or not host:
        # The part before the sign may be a password: only the host may be repeated.
        raise InvalidBaseDomain(variable, host)
    protocol = _protocol(parts.scheme, variable)
    label, _, rest = host.partition(".")
    has_subdomain = "." in rest or rest == "localhost"
    domain = rest if has_subdomain else host
    if port not in {None, _DEFAULT_PORTS[protocol]}:
        domain = f"{domain}:{port}"
    slug = label if has_subdomain and label != LEARN else None
    return _Legacy(_domain(domain, variable), protocol, slug)


def _domain(text: str, variable: str) -> str:
    domain = text.strip().lower().rstrip(".")
    host, colon, port = domain.partition(":")
    labels = host.split(".")
    is_name = domain.isascii() and all(_LABEL.fullmatch(label) for label in labels) and len(host) <= 189
    is_address = labels[-1].isdigit()
    if not is_name or is_address or (colon and not (_PORT.fullmatch(port) and int(port) < 65536)):
        raise InvalidBaseDomain(variable, text)
    return domain


def _protocol(text: str, variable: str) -> str:
    protocol = text.strip().lower()
    if protocol not in _DEFAULT_PORTS:
        raise InvalidBaseDomain(variable, text)
    return protocol
