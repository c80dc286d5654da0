"""Who is signed in where: joins the client, the settings and the places that keep sessions."""

from optilearn_tui.accounts.account import Account, person_of
from optilearn_tui.accounts.accounts import Accounts
from optilearn_tui.accounts.directory import Directory
from optilearn_tui.accounts.errors import AmbiguousAccount, AnotherPerson, UnknownAccount
from optilearn_tui.accounts.here import accounts_here
from optilearn_tui.accounts.machine import Connect
from optilearn_tui.accounts.signed_in import (
    KeyKept,
    LeftBehind,
    Notice,
    Recalled,
    SignedIn,
    SignedOut,
    TokenSource,
)

__all__ = [
    "Account",
    "Accounts",
    "AmbiguousAccount",
    "AnotherPerson",
    "Connect",
    "Directory",
    "KeyKept",
    "LeftBehind",
    "Notice",
    "Recalled",
    "SignedIn",
    "SignedOut",
    "TokenSource",
    "UnknownAccount",
    "accounts_here",
    "person_of",
]
