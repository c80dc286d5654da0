"""What the screens tell the app: facts that concern more than the widget that learnt them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account, Accounts, Recalled, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.errors import ApiError, TenantMismatch
    from optilearn_tui.api.identity import Identity


class Opened(Message):
    """The program knows who is signed in, whose session there is, or that nobody is.

    Attributes:
        accounts: the way to sign in and out.
        signed_in: the person, where a school has said who it is.
        recalled: a session of this machine, where no school has confirmed it yet.
        problem: why nobody is signed in, where there is something to say about it.
    """

    def __init__(
        self,
        accounts: Accounts,
        signed_in: SignedIn | None = None,
        recalled: Recalled | None = None,
        problem: ApiError | None = None,
    ) -> None:
        super().__init__()
        self.accounts = accounts
        self.signed_in = signed_in
        self.recalled = recalled
        self.problem = problem


class Accepted(Message):
    """A school accepted somebody: by e-mail and password, or by a pasted session token."""

    def __init__(self, signed_in: SignedIn) -> None:
        super().__init__()
        self.signed_in = signed_in


class Confirmed(Message):
    """A school said whose session it is that is in use."""

    def __init__(self, signed_in: SignedIn) -> None:
        super().__init__()
        self.signed_in = signed_in


class EndsSoon(Message):
    """The session in use ends, and nothing renews it."""

    def __init__(self, end: datetime) -> None:
        super().__init__()
        self.end = end


class SessionLost(Message):
    """The server says that nobody is signed in any more (`api.errors.SessionEnded`).

    Any widget may post it, and as often as it learns it: the app answers once, by offering to sign in.
    Whoever posts it keeps what it shows, marked as old, and stops asking until `GoesOn.go_on` is called.
    """


class WrongSchool(Message):
    """The session in use is another school's."""

    def __init__(self, error: TenantMismatch) -> None:
        super().__init__()
        self.error = error


class Unlocked(Message):
    """Whoever locked the screen has shown that it is them: the same person, with another session."""

    def __init__(self, signed_in: SignedIn) -> None:
        super().__init__()
        self.signed_in = signed_in


class AccountWanted(Message):
    """Somebody wants to go on as another of their accounts.

    Attributes:
        account: which.
        contact_id: the child to begin with, where one was chosen.
    """

    def __init__(self, account: Account, contact_id: str | None = None) -> None:
        super().__init__()
        self.account = account
        self.contact_id = contact_id


@runtime_checkable
class GoesOn(Protocol):
    """A screen about one person's data that can outlive a lost session."""

    def go_on(self, client: Client, identity: Identity) -> None:
        """The same person signed in again: ask `client` from now on, and refresh what is shown."""


@runtime_checkable
class LearnsWho(Protocol):
    """A screen that was opened for somebody before their school had said who it is."""

    def confirmed(self, identity: Identity) -> None:
        """It is the person the screen was opened for; the client is the same, and nothing is asked anew."""


@runtime_checkable
class Rests(Protocol):
    """A screen that reads much of its own accord, and can leave off."""

    def action_stop(self) -> None:
        """Read nothing more; what is there stays."""


@runtime_checkable
class Refreshes(Protocol):
    """A screen whose data can be asked for again."""

    def action_refresh(self) -> None:
        """Ask for everything again, now."""
