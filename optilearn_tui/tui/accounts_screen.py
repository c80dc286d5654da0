"""Every account on this computer: who, at which school, until when; and the way from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from typing_extensions import override

from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.dates import moment
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.farewell import farewell
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.messages import AccountWanted
from optilearn_tui.tui.paint import strong
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.accounts import Account, Accounts
    from optilearn_tui.api.clock import Clock

_KINDS = {
    PersonKind.PARENT: N_("Parent"),
    PersonKind.STUDENT: N_("Student"),
    PersonKind.STAFF: N_("Staff"),
}
_NEITHER = N_("Neither parent nor staff")
_FAREWELL_SECONDS = 30
"""How long it is said what became of a session: several sentences, each of which matters."""


class AccountList(OptionList):
    """Two lines an account."""

    BINDINGS = [Binding("enter", "select", N_("Go there"))]

    DEFAULT_CSS = """
    AccountList, AccountList:focus {
        height: auto; max-height: 1fr; border: none; padding: 0; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """


class AccountsScreen(LeftOnce[None]):
    """A list; `AccountWanted` is posted when one is chosen."""

    BINDINGS = [
        Binding("escape", "leave", N_("Back")),
        Binding("n", "another", N_("Another account")),
        Binding("x,delete", "sign_out", N_("Sign out")),
        Binding("m", "make_first", N_("Open at start")),
    ]
    BINDING_GROUP_TITLE = N_("Accounts")
    AUTO_FOCUS = "AccountList"

    DEFAULT_CSS = """
    AccountsScreen {
        align-horizontal: center;
        #accounts-page { padding: 1 4; max-width: 96; }
        #heading { text-style: bold; color: $text-primary; margin-bottom: 1; }
        #nobody { color: $text-muted; }
    }
    """

    def __init__(
        self, accounts: Accounts, here: Account | None, end: datetime | None, *, zone: tzinfo, clock: Clock
    ) -> None:
        """A list of the accounts that `accounts` knows.

        Args:
            accounts: knows them, and signs out of them.
            here: the one that is in use; None: none is.
            end: until when its session is valid, as told last.
            zone: the school's time zone.
            clock: tells the time now.
        """
        super().__init__(id="accounts")
        self._accounts = accounts
        self._here = here
        self._end = end
        self._zone = zone
        self._clock = clock
        self._listed: Sequence[Account] = ()

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(id="accounts-page", can_focus=False):
            yield Words(lambda: tr("Accounts on this computer"), id="heading")
            yield AccountList()
            yield Words(lambda: tr("Nobody is signed in here."), id="nobody")
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin with the account in use."""
        self._fill()
        places = [number for number, each in enumerate(self._listed) if each.is_same(self._here)]
        if self._listed:
            self._list.highlighted = places[0] if places else 0

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self._fill()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._listed) if action in {"make_first", "sign_out"} else True

    @property
    def _list(self) -> AccountList:
        return self.query_one(AccountList)

    @property
    def _chosen(self) -> Account | None:
        place = self._list.highlighted
        return self._listed[place] if place is not None and place < len(self._listed) else None

    def _fill(self) -> None:
        """List everybody there is now; the mark stays where it is."""
        place = self._list.highlighted or 0
        self._listed = self._accounts.known()
        first = None
        with suppress(ApiError):  # whoever was named for this run may not be there any more
            first = self._accounts.default
        self._list.clear_options()
        self._list.add_options(Option(self._lines(each, first)) for each in self._listed)
        self._list.highlighted = min(place, len(self._listed) - 1) if self._listed else None
        self._list.display = bool(self._listed)
        self.query_one("#nobody").display = not self._listed
        self.refresh_bindings()

    def _lines(self, account: Account, first: Account | None) -> Styled:
        is_here = account.is_same(self._here)
        marks = [tr("in use")] if is_here else []
        marks += [tr("opens at start")] if account.is_same(first) else []
        kind = _KINDS.get(account.kind, _NEITHER)
        facts = (account.email or account.person, tr(kind))
        return Styled.assemble(
            "▸ " if is_here else "  ",
            strong(account.name or account.person),
            " · ".join(("", account.school or account.slug, *marks)),
            "\n  ",
            " · ".join((*facts, self._until(self._end if is_here else account.expires))),
        )

    def _until(self, end: datetime | None) -> str:
        if end is None:
            return tr("end of session not known")
        if end <= self._clock():
            return tr("the session has ended")
        return tr("session until {when}", when=moment(end, self._zone))

    # What the keys do.

    def action_leave(self) -> None:
        """Go back to what is below."""
        self.dismiss()

    @on(OptionList.OptionSelected)
    def _go(self) -> None:
        if (account := self._chosen) is not None:
            self.post_message(AccountWanted(account))

    async def action_another(self) -> None:
        """Sign in beside whoever is there."""
        app = self.app
        self.dismiss()
        await app.run_action("app.sign_in")

    @work(exclusive=True, group="choose")
    async def action_make_first(self) -> None:
        """Begin with this account when the program opens."""
        if (account := self._chosen) is None:
            return
        for notice in await self._accounts.choose(account):
            self.notify(str(problem(notice)), severity="warning", markup=False)
        self._fill()

    async def action_sign_out(self) -> None:
        """Ask, then sign out of this account alone."""
        account = self._chosen
        if account is None:
            return
        if account.is_same(self._here):
            await self.app.run_action("app.sign_out")
            return

        def forget(agreed: bool | None) -> None:
            if agreed:
                self._forget(account)

        question = ConfirmScreen(
            N_("Sign out?"),
            lambda: tr(
                "This computer forgets {person} at {school}, and nobody else.",
                person=account.name or account.person,
                school=account.school or account.slug,
            ),
            N_("Sign out"),
        )
        self.app.push_screen(question, forget)

    @work(exclusive=True, group="forget")
    async def _forget(self, account: Account) -> None:
        try:
            signed_out = await self._accounts.forget(account)
        except ApiError as error:
            self.notify(str(problem(error)), severity="warning", markup=False)
            return
        if signed_out is not None:
            words = farewell(signed_out, self._zone)
            self.notify(words, timeout=_FAREWELL_SECONDS, markup=False)
        self._fill()
