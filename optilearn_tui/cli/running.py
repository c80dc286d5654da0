"""Running a dashboard on the terminal of this process, until the person leaves or the system wants it to."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit
from optilearn_tui.tui.first_frame.stage import stage

if TYPE_CHECKING:
    from optilearn_tui.tui.app import OptiLearnApp

_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


def run_app(app: OptiLearnApp) -> int:
    """Run the app on the terminal; returns the exit code."""
    stage.hand_over()
    asyncio.run(_until_left(app))
    stage.take_back()
    return app.return_code or Exit.DONE


async def _until_left(app: OptiLearnApp) -> None:
    """Leaves as with the key for it when the process is asked to end: the session is kept then as well."""
    leave = partial(app.exit, return_code=_BY_SIGNAL + signal.SIGTERM)
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)
    await app.run_async()
