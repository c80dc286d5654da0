"""Which school and which account a run is about: what was said, else what was chosen, else who came last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from optilearn_tui.accounts.account import as_person
from optilearn_tui.accounts.errors import AmbiguousAccount, UnknownAccount
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.credentials import AccountKey
from optilearn_tui.settings import Places, Settings, SettingsError, Source, load, remember

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.accounts.directory import Directory
    from optilearn_tui.api.kinds import AccountKind


class Choice:
    """The person's choice among the accounts of one deployment.

    Attributes:
        said: whom the person named on the command line, in their own words; None: nobody.
    """

    def __init__(
        self,
        deployment: Deployment,
        settings: Settings,
        directory: Directory,
        *,
        environ: Mapping[str, str],
        places: Places | None,
        said: str | None,
    ) -> None:
        """A choice; `places` is where it is remembered, None remembers it for this run."""
        self.said = said
        self._deployment = deployment
        self._settings = settings
        self._directory = directory
        self._environ = environ
        self._places = places

    @property
    def institution(self) -> str | None:
        """The slug of the institution to begin with; None where nobody chose one.

        `OPTILEARN_INSTITUTION`, else the one in the legacy `OPTICRM_API_URL`, else the one remembered. A
        token's claims are never asked: they are a hint, and a hint must not choose the host that gets the
        token (AUTH.md: never).

        Raises:
            InvalidSlug: the environment names one that cannot be.
        """
        given = self._environ.get("OPTILEARN_INSTITUTION", "")
        if given.strip():
            return parse_slug(given)
        return self._deployment.legacy_slug or self._settings.institution

    @property
    def person(self) -> str:
        """Who was chosen at that institution; empty where nobody was."""
        return as_person(self._settings.account or "")

    def known(self) -> tuple[Account, ...]:
        """The accounts of the deployment; the one used last comes first."""
        return self._directory.known(self._deployment.base_domain)

    @property
    def default(self) -> Account | None:
        """The account to begin with.

        Raises:
            InvalidSlug: the environment names an institution that cannot be.
            UnknownAccount: nobody is called what the person said.
            AmbiguousAccount: several are.
        """
        said = self.said
        if said is None and self._settings.source_of("account") is Source.ENVIRONMENT:
            said = self._settings.account
        if said is not None:
            return self.called(said)
        slug = self.institution
        here = [account for account in self.known() if slug in {None, account.slug}]
        chosen = (account for account in here if account.person == self.person)
        return next(chosen, None) or next(iter(here), None)

    def called(self, who: str) -> Account:
        """The account that a person calls `who`.

        Its label (`slug/person`), the e-mail address or id, the slug of a school where there is but one, or
        a part of the name. Of several that are called the same, the one at the chosen institution.

        Raises:
            UnknownAccount: nobody is called that.
            AmbiguousAccount: several are.
        """
        known = self.known()
        for matches in _readings(who):
            found = [account for account in known if matches(account)]
            if len(found) > 1:
                found = [account for account in found if account.slug == self.institution] or found
            if len(found) == 1:
                return found[0]
            if found:
                raise AmbiguousAccount(who, tuple(account.label for account in found))
        raise UnknownAccount(who, tuple(account.label for account in known))

    async def make(
        self, slug: str, *, kind: AccountKind | None = None, person: str = ""
    ) -> tuple[SettingsError, ...]:
        """Begin with that institution from now on, and with that account.

        Args:
            slug: the institution.
            kind: which form the sign-in screen opens with, where it is to be another.
            person: whose account; written down only where the account outlasts the run.
        """
        self.said = None
        own = {key: source for key, source in self._settings.sources.items() if key != "account"}
        self._settings = replace(
            self._settings, institution=slug, account=person or self._settings.account, sources=own
        )
        changes = {"institution": slug}
        if kind is not None:
            changes["account_kind"] = kind.value
        if person and self._directory.lasts(AccountKey(self._deployment.base_domain, slug, person)):
            changes["account"] = person
        return await self._remembered(lambda _saved: changes)

    async def unmake(self, account: Account) -> tuple[SettingsError, ...]:
        """Let no choice name an account that is gone, nor its school where nobody else has an account."""
        others_there = any(other.slug == account.slug for other in self.known())

        def gone(settings: Settings) -> dict[str, str | None]:
            here = settings.institution in {None, account.slug}
            is_chosen = here and as_person(settings.account or "") == account.person
            names = {"account": is_chosen, "institution": here and not others_there}
            return {key: None for key, is_gone in names.items() if is_gone}

        old = self._settings
        left = {"account": old.account, "institution": old.institution} | gone(old)
        self._settings = replace(old, account=left["account"], institution=left["institution"])
        return await self._remembered(gone)

    async def _remembered(
        self, changes: Callable[[Settings], Mapping[str, str | None]]
    ) -> tuple[SettingsError, ...]:
        if self._places is None:
            return ()
        try:
            await asyncio.to_thread(_save, self._places, changes)
        except SettingsError as failure:
            return (failure,)
        return ()


def _save(places: Places, changes: Callable[[Settings], Mapping[str, str | None]]) -> None:
    """Write what has to change in the file, whatever the environment says."""
    needed = changes(load(places, {}))
    if needed:
        remember(places, **needed)


def _readings(who: str) -> Iterator[Callable[[Account], bool]]:
    """What `who` may mean, the most exact reading first."""
    exact, text = who.strip(), who.strip().casefold()
    yield lambda account: exact in {account.label, account.person}
    yield lambda account: text == account.label.casefold()
    yield lambda account: text == account.person.casefold()
    yield lambda account: text == account.slug
    if text:
        yield lambda account: text in account.name.casefold() or text in account.person.casefold()
