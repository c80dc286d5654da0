"""The person's session: its token, which the server renews as it likes, in the order of asking (AUTH.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from typing_extensions import override

from optilearn_tui.api.claims import Claims, expiry, hints
from optilearn_tui.api.cookies import joined, read_set_cookies, written
from optilearn_tui.api.errors import (
    InvalidSlug,
    InvalidToken,
    NotSignedIn,
    NotVerified,
    SessionEnded,
    TenantMismatch,
)
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import parse_slug
from optilearn_tui.api.token import Token, well_formed
from optilearn_tui.api.verification import Verified, opened
from optilearn_tui.api.wire import Ticket

if TYPE_CHECKING:
    from optilearn_tui.api.session_key import SessionKey


class Session:
    """One person's session at one institution.

    Attributes:
        slug: the institution asked.
        generation: grows with every sign-in, sign-out and change of account; answers to questions of an
            earlier one change nothing.
    """

    def __init__(
        self,
        slug: str,
        cookie_name: str,
        token: Token | None = None,
        *,
        session_key: SessionKey | None = None,
    ) -> None:
        self.slug = slug
        self.generation = 0
        self._session_key = session_key
        self._opened: tuple[Token, Verified | NotVerified | None] | None = None
        self._usual_cookie_name = cookie_name
        self._token = token
        self._has_ended = False
        self._sent = 0
        self._renewed_by = 0

    @override
    def __repr__(self) -> str:
        return f"<session at {self.slug}, {'open' if self._token else 'none'}>"

    @property
    def token(self) -> Token | None:
        """The newest token, or None where nobody is signed in."""
        return self._token

    @property
    def is_missing(self) -> bool:
        """Whether nobody has signed in here; a session that is over is another matter."""
        return self._token is None and not self._has_ended

    @property
    def cookie_name(self) -> str:
        """The name of the cookie that carries the token."""
        return (self._token and self._token.cookie_name) or self._usual_cookie_name

    @property
    def verified(self) -> Verified | None:
        """What the newest token says, proven with the platform's key; None without a key or a proof."""
        return found if isinstance(found := self._found(), Verified) else None

    @property
    def doubt(self) -> NotVerified | None:
        """Why the newest token does not stand up to the platform's key here, where it does not.

        A hint for whoever looks for a fault: the server decides, and may think otherwise.
        """
        return found if isinstance(found := self._found(), NotVerified) else None

    @property
    def claims(self) -> Claims | None:
        """What the newest token says about its owner: `verified`, or else the hints of a readable one."""
        if (verified := self.verified) is not None:
            return verified.claims
        return hints(self._token) if self._token else None

    @property
    def expires(self) -> datetime | None:
        """Until when the newest token says that it is valid (aware, UTC); None where nobody can tell.

        Good for a sentence, not for a decision.
        """
        if (verified := self.verified) is not None:
            return verified.expires
        return expiry(self._token) if self._token else None

    @property
    def absence(self) -> NotSignedIn:
        """The error for a question whose session is gone: over by the server's word, or given up here."""
        return SessionEnded(status=401) if self._has_ended else NotSignedIn(status=401)

    def start(self, token: Token) -> None:
        """Somebody signed in, or another account is used from now on."""
        self.invalidate()
        self._token = token

    def invalidate(self) -> None:
        """Forget the token; no answer still on its way can bring it back."""
        self.generation += 1
        self._token = None
        self._has_ended = False
        self._renewed_by = 0

    def end(self, ticket: Ticket | None) -> None:
        """The server said, in answer to that request, that nobody is signed in."""
        if ticket is not None and ticket.generation == self.generation:
            self.invalidate()
            self._has_ended = True

    def next_ticket(self) -> Ticket:
        """The place of a request that is being sent now."""
        self._sent += 1
        return Ticket(self.generation, self._sent)

    def cookie(self) -> Secret:
        """The `Cookie` header that carries the session.

        Raises:
            SessionEnded: the server has said that it is over.
            NotSignedIn: there is none.
            TenantMismatch: a token that can be read, or opened with the platform's key, is for another
                institution (AUTH.md: refused before anything is sent).
        """
        if self._token is None:
            raise self.absence
        if (claims := self.claims) is not None:
            self.refuse_another_institutions(claims)
        return Secret(written(self.cookie_name, self._token.reveal()))

    def renew(self, ticket: Ticket, set_cookies: Iterable[str], now: datetime) -> None:
        """Take over a token that came with the answer to a request, if any did (AUTH.md: rolling).

        An answer to an older request never replaces a newer token, one of an earlier generation never
        anything; a cleared cookie ends nothing, for only the server's own word does.
        """
        if ticket.generation != self.generation or ticket.number < self._renewed_by:
            return
        token = token_in(set_cookies, self.cookie_name, now)
        if token is not None:
            self._token = token
            self._renewed_by = ticket.number

    def _found(self) -> Verified | NotVerified | None:
        if self._token is None or self._session_key is None:
            return None
        if self._opened is None or self._opened[0] is not self._token:
            try:
                found = opened(self._token, self._session_key, cookie_name=self.cookie_name)
            except NotVerified as problem:
                self._opened = (self._token, problem.with_traceback(None))
            else:
                self._opened = (self._token, found)
        return self._opened[1]

    def refuse_another_institutions(self, claims: Claims, *, host: str | None = None) -> None:
        """Let claims pass that do not name another institution than the one asked.

        Raises:
            TenantMismatch: they do.
        """
        if not isinstance(claims.institution_slug, str):
            return
        try:
            signed_in_at = parse_slug(claims.institution_slug)
        except InvalidSlug:
            return
        if signed_in_at != self.slug:
            raise TenantMismatch(host=host, signed_in_at=signed_in_at, asked=self.slug)


def token_in(set_cookies: Iterable[str], cookie_name: str, now: datetime) -> Token | None:
    """The live, well-formed token that `Set-Cookie` lines set under a name, if they do."""
    value = joined(read_set_cookies(set_cookies, now), cookie_name)
    if value is None:
        return None
    try:
        return well_formed(unquote(value), cookie_name=cookie_name)
    except InvalidToken:
        return None
