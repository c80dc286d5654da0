"""Which accounts there are on this machine: names and schools, never a secret."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from optilearn_tui.accounts.directory_file import read_accounts, written_accounts
from optilearn_tui.accounts.turns import turn
from optilearn_tui.private_file import remove_private, write_private

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.credentials import AccountKey
    from optilearn_tui.settings import Places

_LARGEST_FILE = 1_000_000  # bytes; an account has a few hundred


class Directory:
    """The accounts that outlast a run, in a private file, and beside them those of this run only.

    A file that is damaged or cannot be read says nothing; entries that make no sense are passed over. What
    writes may take a moment: it is for a thread.
    """

    def __init__(self, path: Path | None, accounts: Iterable[Account] = ()) -> None:
        """A directory.

        Args:
            path: the file, which need not exist; None: nothing outlasts the run.
            accounts: those of this run.
        """
        self._path = path
        self._of_this_run: dict[AccountKey, Account] = {account.key: account for account in accounts}

    @classmethod
    def at(cls, places: Places) -> Self:
        """The directory of this machine."""
        return cls(places.data_dir / "accounts.json")

    def known(self, base_domain: str | None = None) -> tuple[Account, ...]:
        """The accounts, of one deployment where one is named; the one used last comes first."""
        accounts = (self._kept() | self._of_this_run).values()
        wanted = [account for account in accounts if base_domain in {None, account.base_domain}]
        return tuple(sorted(wanted, key=lambda account: account.last_used, reverse=True))

    def lasts(self, key: AccountKey) -> bool:
        """Whether an account will still be known when the run has ended."""
        return key in self._kept()

    def note(self, account: Account, *, lasting: bool) -> None:
        """There is this account, from now on; one that is not `lasting`, until the run ends.

        Raises:
            OSError: the file cannot be written; the account is known for this run.
        """
        self._of_this_run[account.key] = account
        if lasting and self._path is not None:
            self._change(add=account)
            del self._of_this_run[account.key]

    def renew(self, account: Account) -> bool:
        """Write down what is new about an account, unless it is known no more; says whether it was known.

        Raises:
            OSError: the file cannot be written.
        """
        if account.key in self._of_this_run:
            self._of_this_run[account.key] = account
            return True
        return self._change(add=account, only_if_kept=True)

    def drop(self, account: Account) -> None:
        """Know nothing of an account.

        Raises:
            OSError: the file cannot be written.
        """
        self._of_this_run.pop(account.key, None)
        self._change(drop=account)

    def _kept(self) -> dict[AccountKey, Account]:
        if self._path is None:
            return {}
        try:
            if self._path.stat().st_size > _LARGEST_FILE:
                return {}
            content = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return {account.key: account for account in read_accounts(content)}

    def _change(
        self, *, add: Account | None = None, drop: Account | None = None, only_if_kept: bool = False
    ) -> bool:
        """Put one account into the file or take one out; says whether it was there."""
        if self._path is None or (add is None and not self._path.exists()):
            return False
        subject = add or drop
        with turn(self._path.parent):
            kept = self._kept()
            was_there = subject is not None and subject.key in kept
            if only_if_kept and not was_there:
                return False
            if drop is not None:
                kept.pop(drop.key, None)
            if add is not None:
                kept[add.key] = add
            if kept:
                write_private(self._path, written_accounts(kept.values()))
            else:
                remove_private(self._path)
        return was_there
