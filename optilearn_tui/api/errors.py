"""What can go wrong between here and a school: facts, not sentences.

One tree; whatever shows an error turns its type and its facts into words in the person's language
(`i18n.problems`). Codes are those of PLATFORM.md §4.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar


class ApiError(Exception):
    """Anything that kept a question from being answered.

    Attributes:
        host: the host that was asked, where one was. Never a URL: a path may name a person.
    """

    def __init__(self, *, host: str | None = None) -> None:
        super().__init__()
        self.host = host

    def __str__(self) -> str:
        """The type and the facts, for a log line."""
        facts = ", ".join(f"{key}={value}" for key, value in vars(self).items() if value is not None)
        return f"{type(self).__name__}({facts})"


# Before anything was sent.


class Misconfigured(ApiError):
    """The settings do not name a school that can be asked."""


class InvalidSlug(Misconfigured):
    """An institution's name in addresses has to be one DNS label, and not `learn` (PLATFORM.md §1)."""

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug


class MissingSlug(Misconfigured):
    """No institution is chosen, and nothing may be called without one."""


class InvalidBaseDomain(Misconfigured):
    """The base domain, protocol or legacy URL cannot be read.

    Attributes:
        variable: the name of the setting or environment variable.
    """

    def __init__(self, variable: str, value: str) -> None:
        super().__init__()
        self.variable = variable
        self.value = value


class InsecureProtocol(Misconfigured):
    """`http` was asked for a host that is not on this machine and not configured as local work."""


class MissingServiceKey(Misconfigured):
    """A service call was wanted, and there is no service key, nor a session that may do (PLATFORM.md §1)."""


class InvalidServiceKey(Misconfigured):
    """What was given as the service key cannot be one.

    Attributes:
        reason: `empty`, `characters`, `length` or `session` (it is a session's cookie).
    """

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class InvalidToken(Misconfigured):
    """What was given as a session token cannot be one.

    Attributes:
        reason: `empty`, `characters`, `length`, `shape`, `unsigned`, `truncated` or `missing-part`.
        part: the number of the missing chunk, from 0, with `missing-part`.
    """

    def __init__(self, reason: str, *, part: int | None = None) -> None:
        super().__init__()
        self.reason = reason
        self.part = part


# A session token and the platform's key, side by side: nothing was sent, and the server may think otherwise.


class NotVerified(ApiError):
    """The session token does not stand up to the platform's key here (`NEXTAUTH_SECRET`)."""


class WrongSessionKey(NotVerified):
    """The token was sealed with another key.

    Attributes:
        certain: False where a changed token would look the same.
    """

    def __init__(self, *, certain: bool = True) -> None:
        super().__init__()
        self.certain = certain


class TamperedToken(NotVerified):
    """The token was changed, or damaged, after it was sealed."""


class ExpiredToken(NotVerified):
    """The token is genuine, and its time is over.

    Attributes:
        at: since when (aware, UTC).
    """

    def __init__(self, at: datetime | None = None) -> None:
        super().__init__()
        self.at = at


class UnknownSeal(NotVerified):
    """The token is sealed in a way that the platform's key does not open.

    Attributes:
        algorithm: what the token says about it.
    """

    def __init__(self, algorithm: str) -> None:
        super().__init__()
        self.algorithm = algorithm


# Nothing came back.


class Unreachable(ApiError):
    """No answer: the host is down, the name does not resolve, or there is no network."""


class Offline(Unreachable):
    """Nothing was sent, because the person wants to be offline."""


class UnknownHost(Unreachable):
    """The name does not resolve: mistyped institution, or no network."""


class TimedOut(Unreachable):
    """The server took longer than we wait."""


class UntrustedCertificate(Unreachable):
    """The server could not prove who it is (TLS)."""


class UnusableProxy(Unreachable):
    """The proxy that the environment names (`HTTPS_PROXY`, `ALL_PROXY`, …) is none that can be used."""


# Something came back that is no answer.


class ServerTrouble(ApiError):
    """The server said that it has a problem of its own (5xx, or `INTERNAL_ERROR`).

    Attributes:
        status: the HTTP status.
    """

    def __init__(self, *, host: str | None = None, status: int = 500) -> None:
        super().__init__(host=host)
        self.status = status


class TooManyRequests(ServerTrouble):
    """The server asks to be left alone for a while (429, or 503 with `Retry-After`).

    Attributes:
        until: when it may be asked again (aware, UTC), where the server said so.
    """

    def __init__(self, *, host: str | None = None, status: int = 429, until: datetime | None = None) -> None:
        super().__init__(host=host, status=status)
        self.until = until


class UnreadableAnswer(ApiError):
    """Not the promised JSON: an HTML page of a proxy, an empty body, another shape, or too large.

    Attributes:
        reason: `html`, `empty`, `json`, `shape`, `too-large` or `redirect`.
    """

    def __init__(self, reason: str, *, host: str | None = None) -> None:
        super().__init__(host=host)
        self.reason = reason


# The server answered no.


class Declined(ApiError):
    """The server understood and said no.

    Attributes:
        status: the HTTP status.
        code: the platform's code, such as `FORBIDDEN`; open-ended.
    """

    default_code: ClassVar[str] = "VALIDATION_ERROR"

    def __init__(self, *, host: str | None = None, status: int = 400, code: str | None = None) -> None:
        super().__init__(host=host)
        self.status = status
        self.code = code or self.default_code


class InvalidRequest(Declined):
    """The server does not accept what was asked (`VALIDATION_ERROR`)."""


class NotSignedIn(Declined):
    """The server does not know who is asking (`AUTH_REQUIRED`, or a redirect to a sign-in page)."""

    default_code = "AUTH_REQUIRED"


class SessionEnded(NotSignedIn):
    """The session is over: the server itself said that nobody is signed in."""


class Forbidden(Declined):
    """Signed in, but not permitted (`FORBIDDEN`, `ENROLLMENT_REQUIRED`, `LESSON_LOCKED`)."""

    default_code = "FORBIDDEN"


class TenantMismatch(Forbidden):
    """The session is for another institution than the one asked (`TENANT_MISMATCH`).

    Attributes:
        signed_in_at: the slug the session is for, where known.
        asked: the slug that was asked.
    """

    default_code = "TENANT_MISMATCH"

    def __init__(
        self,
        *,
        host: str | None = None,
        status: int = 403,
        code: str | None = None,
        signed_in_at: str | None = None,
        asked: str | None = None,
    ) -> None:
        super().__init__(host=host, status=status, code=code)
        self.signed_in_at = signed_in_at
        self.asked = asked


class ServiceKeyWanted(Forbidden):
    """The institution does not show this to a member of staff alone; its service key would open it.

    Some institutions take no sessions for `/api/lms/*` at all (PLATFORM.md §3).
    """


class ServiceKeyRefused(Forbidden):
    """The institution did not accept the service key; `code` is `TENANT_MISMATCH` for another one's key."""


class FeeOverdue(Declined):
    """Blocked until fees are paid (`FEE_OVERDUE`)."""

    default_code = "FEE_OVERDUE"


class NotFound(Declined):
    """There is no such thing, or none that this person may know of (`NOT_FOUND`)."""

    default_code = "NOT_FOUND"


class NoSuchInstitution(NotFound):
    """Nothing at the platform answers to this institution's name.

    Attributes:
        slug: the name that was asked for.
    """

    def __init__(self, slug: str, *, host: str | None = None) -> None:
        super().__init__(host=host, status=404)
        self.slug = slug


class Conflict(Declined):
    """The state of things does not allow it (`ALREADY_ENROLLED`, `COURSE_FULL`, `ATTEMPT_LIMIT`)."""


# Signing in.


class SignInFailed(ApiError):
    """The server took the attempt and gave no session (AUTH.md: the table of outcomes)."""


class WrongCredentials(SignInFailed):
    """E-mail or password not accepted. `code` is the provider's own, where it gave one."""

    def __init__(self, *, host: str | None = None, code: str | None = None) -> None:
        super().__init__(host=host)
        self.code = code


class AccountRefused(SignInFailed):
    """This account may not sign in here (`AccessDenied`)."""


class FurtherStep(SignInFailed):
    """The school wants another step, such as a one-time code: finish in the browser, paste the token."""


class BrowserOnly(SignInFailed):
    """This school takes no e-mail and password from programs: sign in in the browser, paste the token."""
