"""Who is signed in where: joins the client, the settings and the places that keep sessions."""

from optilearn_tui.accounts.accounts import Accounts, Connect
from optilearn_tui.accounts.here import accounts_here
from optilearn_tui.accounts.signed_in import KeyKept, Notice, SignedIn, SignedOut, TokenSource

__all__ = [
    "Accounts",
    "Connect",
    "KeyKept",
    "Notice",
    "SignedIn",
    "SignedOut",
    "TokenSource",
    "accounts_here",
]
