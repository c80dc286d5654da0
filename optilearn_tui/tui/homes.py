"""Which screen is home to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from optilearn_tui.accounts import Account, Accounts, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.early.head_start import HeadStart
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.elsewhere import Elsewhere
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.staff.sheet import Export

_DWELL = 0.25
"""Seconds within which a child that was left for another was only passed by."""
_AHEAD = 0.3
"""Seconds without a question after which other children are read ahead."""


class Homes:
    """Makes the home of a person; what it consists of is imported when it is wanted.

    Attributes:
        accounts: everybody who is known here, once they are: a parent may have an account elsewhere as well.
        begun: what was asked before there were homes.
    """

    def __init__(self, settings: Settings, economy: Economy, clock: Clock, export: Export | None) -> None:
        """Homes as this run wants them.

        Args:
            settings: the school's time zone, and the pause between two refreshes.
            economy: what may be asked without anybody's doing.
            clock: tells the time now.
            export: writes a table that staff look at to a file; None where nothing is to be written.
        """
        self.accounts: Accounts | None = None
        self.begun: HeadStart | None = None
        self._settings = settings
        self._economy = economy
        self._clock = clock
        self._export = export

    def of(self, signed_in: SignedIn, first: str | None = None) -> Screen[None]:
        """The home of this person; a parent begins with the child called `first`, where one is."""
        from optilearn_tui.api.kinds import PersonKind

        match signed_in.identity.kind:
            case PersonKind.PARENT:
                return self._of_parent(signed_in, first)
            case PersonKind.STAFF:
                from optilearn_tui.tui.staff.staff_screen import StaffScreen

                client, identity = signed_in.client, signed_in.identity
                return StaffScreen(
                    client, identity, zone=self._settings.zone, clock=self._clock, export=self._export
                )
            case _:
                from optilearn_tui.tui.greeting import GreetingScreen

                return GreetingScreen(signed_in.client, signed_in.identity)

    def _of_parent(self, signed_in: SignedIn, first: str | None) -> Screen[None]:
        from optilearn_tui.tui.parent import ParentScreen
        from optilearn_tui.tui.rhythm import Rhythm
        from optilearn_tui.tui.timing import Timing

        rhythm = Rhythm(refresh=self._settings.refresh_seconds, dwell=_DWELL, ahead=_AHEAD)
        return ParentScreen(
            self._enquiries(signed_in.client),
            signed_in.identity,
            Timing(self._clock, self._settings.zone, rhythm, self._economy),
            school=signed_in.account.school if signed_in.account is not None else "",
            first=first,
            elsewhere=self._elsewhere(signed_in.account),
        )

    def _enquiries(self, client: Client) -> Enquiries:
        """What is asked of a school as a parent: what was asked of it early, where anything was."""
        from optilearn_tui.tui.enquiries import Enquiries

        begun, self.begun = self.begun, None
        return Enquiries(client) if begun is None else begun.hand_over(client)

    def _elsewhere(self, account: Account | None) -> Elsewhere | None:
        """The other schools of a parent, asked as sparingly as this one."""
        from optilearn_tui.tui.elsewhere import Elsewhere

        if account is None or self.accounts is None:
            return None
        return Elsewhere(self.accounts, account, self._economy.take_up)
