"""The way from the dashboard to the board of all children, and from there to one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.tui.messages import AccountWanted

if TYPE_CHECKING:
    from textual.screen import Screen

    from optilearn_tui.accounts import Account
    from optilearn_tui.api.children import Child
    from optilearn_tui.tui.board import BoardScreen
    from optilearn_tui.tui.board_columns import Entry
    from optilearn_tui.tui.elsewhere import Elsewhere
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.timing import Timing
    from optilearn_tui.tui.title_bar import TitleBar
    from optilearn_tui.tui.viewing import Viewing


class BoardDoor:
    """Opens the board over the dashboard, and goes where it is left for: to a child here, or elsewhere."""

    def __init__(
        self,
        dashboard: Screen[None],
        enquiries: Enquiries,
        elsewhere: Elsewhere | None,
        *,
        viewing: Viewing,
        go_to: Callable[[str], None],
        timing: Timing,
    ) -> None:
        """A door that is shut.

        Args:
            dashboard: what lies below the board; the wish for another account is posted there.
            enquiries: asks about the children of the school signed in to.
            elsewhere: the parent's other schools.
            viewing: asks for the children again when everything is asked for again.
            go_to: called with the contact id of a child of the school signed in to.
            timing: when the board asks.
        """
        self._dashboard = dashboard
        self._enquiries = enquiries
        self._elsewhere = elsewhere
        self._viewing = viewing
        self._go_to = go_to
        self._timing = timing
        self._board: BoardScreen | None = None

    def is_of_use(self, children: Sequence[Child]) -> bool:
        """Whether there is more to compare than one child."""
        return len(children) > 1 or (self._elsewhere is not None and bool(self._elsewhere.schools))

    def open(self, family: Feed[Family], bar: TitleBar) -> None:
        """Show all children on one screen.

        Args:
            family: what is known of those of the school signed in to.
            bar: says which school and which parent.
        """
        from optilearn_tui.tui.board import BoardScreen

        self._board = BoardScreen(
            family,
            bar.place,
            bar.person,
            self._enquiries,
            elsewhere=self._elsewhere.schools if self._elsewhere is not None else (),
            ask_family_again=self._viewing.family_again,
            timing=self._timing,
        )
        self._dashboard.app.push_screen(self._board, self._leave)

    def take_up(self, family: Feed[Family]) -> None:
        """Let an open board show these children."""
        if self._board is not None and self._board.is_attached:
            self._board.take_up(family)

    async def shut(self) -> None:
        """Keep the sessions at other schools as they were renewed, and close the clients."""
        if self._elsewhere is not None:
            await self._elsewhere.leave()

    def _leave(self, chosen: Entry | None) -> None:
        self._board = None
        if chosen is None:
            return
        contact_id = chosen.row.child.contact_id
        if chosen.account is None:
            self._go_to(contact_id)
        else:
            work: Callable[[], Awaitable[None]] = partial(self._change_schools, chosen.account, contact_id)
            self._dashboard.run_worker(work, group="elsewhere", exclusive=True)

    async def _change_schools(self, account: Account, contact_id: str) -> None:
        await self.shut()  # first: the app goes on with the session as it is kept
        self._dashboard.post_message(AccountWanted(account, contact_id))
