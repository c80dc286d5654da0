"""Whose screens are shown: who comes in, who follows them, and that nobody sees what another one saw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from textual import on, work

from optilearn_tui.tui.homes import Homes
from optilearn_tui.tui.messages import Confirmed, GoesOn, LearnsWho
from optilearn_tui.tui.sparing import Sparing
from optilearn_tui.tui.watch import Watch, end_of

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, Recalled, SignedIn
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.staff.sheet import Export


class Doorway(Sparing):
    """An app that knows who is signed in, and shows them what is theirs."""

    def __init__(
        self,
        settings: Settings,
        *,
        deployment: Deployment,
        remember: Callable[..., None],
        environ: Mapping[str, str],
        clock: Clock,
        export: Export | None,
        pauses: Callable[[], Iterable[float]],
    ) -> None:
        """A door that nobody came through yet.

        Args:
            settings: what the person chose before.
            deployment: which installation of the platform.
            remember: saves choices; see `Shell`.
            environ: the environment; see `Shell`.
            clock: tells the time now.
            export: writes a table that staff look at to a file; None where nothing is to be written.
            pauses: seconds to wait after each failure to find out who is signed in.
        """
        super().__init__(
            theme=settings.theme,
            remember=remember,
            environ=environ,
            low_data=settings.low_data,
            light=settings.light,
        )
        self._settings = settings
        self._deployment = deployment
        self._clock = clock
        self._homes = Homes(settings, self.economy, clock, export)
        self._watch = Watch(self, clock=clock, pauses=pauses)
        self._accounts: Accounts | None = None
        self._signed_in: SignedIn | None = None
        self._is_confirmed = False
        self._lost = False

    async def on_unmount(self) -> None:
        """Keep the session as the server renewed it, and close the client; who is signing out, is out."""
        self._watch.stop()
        if self._accounts is None:
            return
        if self._signed_in is not None:
            await self._accounts.keep(self._signed_in)
            await self._signed_in.client.aclose()
        await self._accounts.finish()

    def _come_in(
        self, signed_in: SignedIn, *, recalled: Recalled | None = None, first: str | None = None
    ) -> None:
        """Show somebody what is for them; the same person goes on where the lost session stopped.

        Args:
            signed_in: who.
            recalled: the session, where no school has confirmed yet whose it is.
            first: the child that a parent begins with.
        """
        former, home = self._signed_in, self.home
        self._take_up(signed_in, is_confirmed=recalled is None)
        goes_on = former is not None and is_same(former, signed_in) and isinstance(home, GoesOn)
        if goes_on and isinstance(home, GoesOn):
            self.uncover()
            home.go_on(signed_in.client, signed_in.identity)
        else:
            self.go_home(self._homes.of(signed_in, first))
        if former is not None:
            self._see_off(former, followed_by=signed_in)
        for notice in signed_in.notices:
            self.tell(notice)
        self._keep_watch(recalled)
        self.screen.refresh_bindings()

    def _come_back(self, recalled: Recalled, first: str | None = None) -> None:
        """Show what is for the person whose session was found here, while the school is asked behind."""
        from optilearn_tui.accounts import SignedIn

        account = recalled.account
        if account is not None:
            client, identity = recalled.client, account.identity()
            signed_in = SignedIn(client, identity, recalled.source, recalled.notices, account)
            self._come_in(signed_in, recalled=recalled, first=first)

    def _take_up(self, signed_in: SignedIn, *, is_confirmed: bool) -> None:
        """This is who is here now, and this client is asked from now on."""
        self._signed_in, self._is_confirmed, self._lost = signed_in, is_confirmed, False
        self.economy.take_up(signed_in.client)

    def _keep_watch(self, recalled: Recalled | None = None) -> None:
        """Let the school be asked who is signed in: at once where it has not said so yet."""
        from optilearn_tui.accounts import Recalled

        here, accounts = self._signed_in, self._accounts
        if here is None or accounts is None:
            return
        session = recalled or Recalled(here.client, here.account, here.source)
        self._watch.begin(session, accounts.confirm, end=end_of(here), confirmed=recalled is None)

    @on(Confirmed)
    def _learn_who(self, message: Confirmed) -> None:
        here, told = self._signed_in, message.signed_in
        if here is None or told.client is not here.client or not self._watch.is_on:
            return  # somebody else came in meanwhile
        is_news, home = not self._is_confirmed, self.home
        self._signed_in, self._is_confirmed = told, True
        if not is_same(here, told):
            self.go_home(self._homes.of(told))
        elif is_news and isinstance(home, LearnsWho):
            home.confirmed(told.identity)
        for notice in told.notices if is_news else ():
            self.tell(notice)
        self.screen.refresh_bindings()

    @work(group="closing")
    async def _see_off(self, former: SignedIn, *, followed_by: SignedIn) -> None:
        """Nobody asks as the former person any more."""
        # The same person's session has been kept already, and this older one must not take its place.
        if self._accounts is not None and not is_same(former, followed_by):
            await self._accounts.keep(former)
        await former.client.aclose()


def is_same(one: SignedIn, other: SignedIn) -> bool:
    """Whether two sessions are known to show one and the same: one person, at one school, as the same."""
    if one.identity.kind is not other.identity.kind:
        return False
    contacts = {
        each.identity.contact_id for each in (one, other) if isinstance(each.identity.contact_id, str)
    }
    if len(contacts) > 1:
        return False
    if one.account is not None and other.account is not None:
        return one.account.is_same(other.account)
    return (
        one.client.slug == other.client.slug
        and isinstance(one.identity.id, str)
        and one.identity.id == other.identity.id
    )
