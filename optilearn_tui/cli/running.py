"""Running a dashboard on the terminal of this process, until the person leaves or the system wants it to."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.tui.first_frame.stage import stage

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.tui.app import OptiLearnApp
    from optilearn_tui.tui.early.easel import Easel
    from optilearn_tui.tui.early.head_start import HeadStart

_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


@dataclass(frozen=True)
class Show:
    """What is shown, and in which order it is loaded.

    Attributes:
        accounts: makes the way to sign in. Slow: it imports the client.
        easel: what an early picture is drawn with; None where none can be.
        app: makes the app, with what was begun before it. Slow: it imports the toolkit.
    """

    accounts: Callable[[], Accounts]
    easel: Callable[[], Easel | None]
    app: Callable[[HeadStart | None], OptiLearnApp]


def run_app(show: Show) -> int:
    """Run the app on the terminal; returns the exit code."""
    code = asyncio.run(_until_left(show))
    stage.take_back()
    return code or Exit.DONE


async def _until_left(show: Show) -> int | None:
    easel = show.easel() if stage.was_set else None
    begun, asking = (None, None) if easel is None else await _begun(show, easel)
    app = show.app(begun)
    stage.hand_over()
    # Leaves as with the key for it when the process is asked to end: the session is kept then as well.
    leave = partial(app.exit, return_code=_BY_SIGNAL + signal.SIGTERM)
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)
    await app.run_async()
    if asking is not None:
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking  # raises what it came upon: a fault is not to be passed over
    return app.return_code


async def _begun(show: Show, easel: Easel) -> tuple[HeadStart, asyncio.Task[None]]:
    """Ask the school, and show what it tells; the toolkit is loaded when that is done, or takes its time."""
    from optilearn_tui.tui.early.head_start import HeadStart

    begun = HeadStart(show.accounts())
    asking = asyncio.create_task(begun.begin(easel.show, easel.month_of))
    loading = asyncio.create_task(_load(easel, begun))
    await begun.wait()
    loading.cancel()
    await asyncio.gather(loading, return_exceptions=True)  # whoever needs what cannot be loaded says so
    await _toolkit_loaded()
    return begun, asking


async def _load(easel: Easel, begun: HeadStart) -> None:
    """Load what draws the early picture while the first answer is on its way."""
    await begun.is_asking.wait()
    await easel.load()


async def _toolkit_loaded() -> None:
    """Import the toolkit in a thread: the answers of a slow line are shown meanwhile.

    Whoever interrupts the program then does not wait until the thread has come to its end.
    """
    loop = asyncio.get_running_loop()
    loaded = asyncio.Event()

    def load() -> None:
        with suppress(Exception):  # whoever imports it next learns what is wrong with it
            import_module("optilearn_tui.tui.app")
        with suppress(RuntimeError):  # the loop is closed: the program has ended
            loop.call_soon_threadsafe(loaded.set)

    Thread(target=load, name="toolkit", daemon=True).start()
    await loaded.wait()
