"""Going on as somebody else: with another session, at another school, as another account."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from typing_extensions import override

from optilearn_tui.api.errors import ApiError, InvalidSlug, TenantMismatch
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.locking import Locking
from optilearn_tui.tui.messages import AccountWanted, EndsSoon, SessionLost, WrongSchool

if TYPE_CHECKING:
    from textual.screen import Screen

    from optilearn_tui.accounts import Account, Accounts
    from optilearn_tui.api.client import Client

_WARNING_SECONDS = 60
"""How long it is said that a session ends: whoever looks away for a moment sees it still."""


class Changing(Locking):
    """An app that leads to the form or to another account whenever the session in use will not do."""

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "sign_in":
                return self._signed_in is not None and self._may_open("sign-in")
            case "accounts":
                return self._accounts is not None and self._may_open("accounts")
        return super().check_action(action, parameters)

    def _may_open(self, screen_id: str) -> bool:
        """Whether a screen that there is once at most may be opened now."""
        return not self.is_locked and all(screen.id != screen_id for screen in self.screen_stack)

    def _sign_in_screen(
        self,
        accounts: Accounts,
        note: Callable[[], str] | None = None,
        *,
        school: str | None = None,
        may_leave: bool = False,
    ) -> Screen[None]:
        from optilearn_tui.tui.sign_in import SignInScreen

        if school is None:
            with suppress(InvalidSlug):
                school = self._signed_in.client.slug if self._signed_in is not None else accounts.institution
        return SignInScreen(
            accounts,
            self._deployment,
            institution=school,
            kind=self._settings.account_kind,
            note=note,
            may_leave=may_leave,
        )

    def action_sign_in(self) -> None:
        """Sign in again, or as somebody else; what is on the screen stays until a school agreed."""
        if self._accounts is not None:
            self.push_screen(self._sign_in_screen(self._accounts, may_leave=True))

    # A session that is over, or about to be, or another school's.

    @on(SessionLost)
    def _offer_sign_in(self) -> None:
        """Once, however many widgets learnt it."""
        if self._lost or self._signed_in is None or self.is_locked:
            return
        self._lost = True
        self._watch.stop()
        from optilearn_tui.tui.confirm import ConfirmScreen

        question = ConfirmScreen(
            N_("Your session has ended."),
            N_("What you see stays here, but it gets old. Sign in again to go on."),
            N_("Sign in"),
            N_("Later"),
        )
        self.push_screen(question, lambda agreed: self.action_sign_in() if agreed else None)
        self.screen.refresh_bindings()

    @on(EndsSoon)
    def _warn(self, message: EndsSoon) -> None:
        from optilearn_tui.i18n.dates import moment

        when = moment(message.end, self._settings.zone)
        words = tr("Your session ends {when}. To go on without a break, sign in again (F8).", when=when)
        self.notify(words, severity="warning", timeout=_WARNING_SECONDS, markup=False)

    @on(WrongSchool)
    def _leave_wrong_school(self, message: WrongSchool) -> None:
        if self._signed_in is not None and not self.is_locked:
            self._offer_other_school(message.error, self._signed_in.client)

    def _offer_other_school(self, error: TenantMismatch, client: Client) -> None:
        """Offer to go to the school that a session is for; its own word never decides that (AUTH.md)."""
        from optilearn_tui.i18n.problems import problem
        from optilearn_tui.tui.confirm import ConfirmScreen

        self._watch.stop()
        school = error.signed_in_at
        if school is None:
            self._answer_other_school(client, None, agreed=False)
            return

        def answer(agreed: bool | None) -> None:
            self._answer_other_school(client, school, agreed=bool(agreed))

        question = ConfirmScreen(
            N_("Go to the other school?"),
            lambda: problem(error).sentence,
            N_("Go there"),
            N_("Sign in again"),
        )
        self.push_screen(question, answer)

    @work(exclusive=True, group="switch")
    async def _answer_other_school(self, client: Client, school: str | None, *, agreed: bool) -> None:
        accounts, token = self._accounts, client.session.token
        is_in_use = self._signed_in is not None and self._signed_in.client is client
        if accounts is None:
            return
        if agreed and school is not None and token is not None:
            try:
                self._come_in(await accounts.sign_in_with_token(school, token.reveal()))
            except ApiError as error:
                self.tell(error)
        elif is_in_use:
            self.action_sign_in()
        if not is_in_use:
            await client.aclose()

    # One account and another.

    def action_accounts(self) -> None:
        """Show every account on this computer."""
        if self._accounts is None:
            return
        from optilearn_tui.tui.accounts_screen import AccountsScreen

        here = self._signed_in.account if self._signed_in is not None else None
        self.push_screen(
            AccountsScreen(self._accounts, here, self._watch.end, zone=self._settings.zone, clock=self._clock)
        )

    @on(AccountWanted)
    def _go_to_account(self, message: AccountWanted) -> None:
        here = self._signed_in
        if self.is_locked:
            return
        if here is not None and message.account.is_same(here.account) and not self._lost:
            self.uncover()
        else:
            self._switch(message.account, message.contact_id)

    @work(exclusive=True, group="switch")
    async def _switch(self, account: Account, first: str | None) -> None:
        accounts = self._accounts
        if accounts is None:
            return
        try:
            recalled = await accounts.recall(account)
        except ApiError as error:
            self.tell(error)
            return
        if recalled is not None:
            self._come_back(recalled, first)
            return
        for notice in accounts.notices:
            self.tell(notice)
        self.push_screen(
            self._sign_in_screen(
                accounts,
                lambda: tr("No session of this account is kept here: sign in again."),
                school=account.slug,
                may_leave=True,
            )
        )
