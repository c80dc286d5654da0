"""Asking the school who is signed in, behind the screens: once for certain, and every hour after that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, SessionEnded, TenantMismatch
from optilearn_tui.tui.expiry import Expiry
from optilearn_tui.tui.messages import Confirmed, EndsSoon, SessionLost, WrongSchool

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer
    from textual.worker import WorkType

    from optilearn_tui.accounts import Recalled, SignedIn
    from optilearn_tui.api.clock import Clock

Confirm = Callable[["Recalled"], Awaitable["SignedIn"]]
"""Asks the school whose session it is; raises an `ApiError`."""

_GROUP = "watch"


class Watch:
    """Asks about one session at a time, one question at a time, and posts to the app what it learns.

    Trouble that says nothing about the session is passed over in silence: the screens tell of it, and the
    question is asked again after growing pauses. A session that is over, or another school's, ends that.
    """

    def __init__(self, app: App[None], *, clock: Clock, pauses: Callable[[], Iterable[float]]) -> None:
        """A watch over nobody.

        Args:
            app: hears `Confirmed`, `SessionLost`, `WrongSchool` and `EndsSoon`.
            clock: tells the time now.
            pauses: seconds to wait after each failure in a row.
        """
        self._app = app
        self._clock = clock
        self._pauses = pauses
        self._failing: Iterator[float] | None = None
        self._recalled: Recalled | None = None
        self._confirm: Confirm | None = None
        self._expiry = Expiry()
        self._timer: Timer | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is a session to ask about."""
        return self._recalled is not None

    @property
    def end(self) -> datetime | None:
        """Until when the session is valid, as told last; None where nobody knows."""
        return self._expiry.end

    def begin(self, recalled: Recalled, confirm: Confirm, *, end: datetime | None, confirmed: bool) -> None:
        """Watch over this session from now on.

        Args:
            recalled: the session, and whose it is thought to be.
            confirm: asks about it.
            end: until when it was valid when that was told last.
            confirmed: the school has just said whose it is.
        """
        self.stop()
        self._recalled, self._confirm = recalled, confirm
        self._expiry = Expiry(end)
        self._failing = None
        if confirmed:
            self._wait(self._expiry.pause(self._clock()))
        else:
            self.again()

    def stop(self) -> None:
        """Ask nothing more."""
        self._recalled = self._confirm = None
        self._stop_timer()
        self._app.workers.cancel_group(self._app, _GROUP)

    def again(self) -> None:
        """Ask now."""
        self._stop_timer()
        recalled, confirm = self._recalled, self._confirm
        if recalled is None or confirm is None:
            return

        # Not yet called: one that is cancelled before it begins leaves no coroutine that nobody awaited.
        async def ask() -> None:
            await self._ask(recalled, confirm)

        work: WorkType[None] = ask
        self._app.run_worker(work, group=_GROUP, name=_GROUP, exclusive=True)

    async def _ask(self, recalled: Recalled, confirm: Confirm) -> None:
        try:
            signed_in = await confirm(recalled)
        except SessionEnded:
            self._app.post_message(SessionLost())
        except TenantMismatch as error:
            self._app.post_message(WrongSchool(error))
        except ApiError:
            self._failing = self._failing or iter(self._pauses())
            self._heard(None)
            pause = next(self._failing, None)
            if pause is not None:
                self._wait(pause)
        else:
            self._failing = None
            self._app.post_message(Confirmed(signed_in))
            self._heard(end_of(signed_in))
            self._wait(self._expiry.pause(self._clock()))

    def _heard(self, end: datetime | None) -> None:
        due = self._expiry.told(end, self._clock())
        if due is not None:
            self._app.post_message(EndsSoon(due))

    def _wait(self, pause: float) -> None:
        self._timer = self._app.set_timer(pause, self.again, name=_GROUP)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def end_of(signed_in: SignedIn) -> datetime | None:
    """Until when a session is valid, as far as anybody said so."""
    expires = signed_in.identity.expires
    return expires if isinstance(expires, datetime) else signed_in.client.session.expires
