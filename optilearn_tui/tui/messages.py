"""What the screens tell the app: facts that concern more than the widget that learnt them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.identity import Identity


class Opened(Message):
    """The program knows who is signed in, or that nobody is.

    Attributes:
        accounts: the way to sign in and out.
        signed_in: the person, if there is one.
        problem: why nobody is signed in, where there is something to say about it.
    """

    def __init__(
        self, accounts: Accounts, signed_in: SignedIn | None = None, problem: ApiError | None = None
    ) -> None:
        super().__init__()
        self.accounts = accounts
        self.signed_in = signed_in
        self.problem = problem


class Accepted(Message):
    """A school accepted somebody: by e-mail and password, or by a pasted session token."""

    def __init__(self, signed_in: SignedIn) -> None:
        super().__init__()
        self.signed_in = signed_in


class SessionLost(Message):
    """The server says that nobody is signed in any more (`api.errors.SessionEnded`).

    Any widget may post it, and as often as it learns it: the app answers once, by offering to sign in.
    Whoever posts it keeps what it shows, marked as old, and stops asking until `GoesOn.go_on` is called.
    """


@runtime_checkable
class GoesOn(Protocol):
    """A screen about one person's data that can outlive a lost session."""

    def go_on(self, client: Client, identity: Identity) -> None:
        """The same person signed in again: ask `client` from now on, and refresh what is shown."""
