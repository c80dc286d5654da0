"""Jobs done on the file: opened once for all that wait, and all over again where it was damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from optilearn_tui.api.cache.database import is_damage, opened, remove

if TYPE_CHECKING:
    from pathlib import Path

    from optilearn_tui.api.cache.clerk import Errand


def work_on(path: Path, jobs: Sequence[Errand]) -> None:
    """Do what can be done, in order; everybody who waits is told something in any case."""
    if any(job.makes for job in jobs) or path.exists():
        for _ in range(2):
            try:
                _do_at_once(path, jobs)
            except sqlite3.Error as problem:
                # Damaged, or another version's: away with it, and all over again with an empty one.
                if not is_damage(problem) or not remove(path):
                    break
            except OSError:
                break
            else:
                return
    for job in jobs:
        job.give_up()


def _do_at_once(path: Path, jobs: Sequence[Errand]) -> None:
    with opened(path) as connection:
        may_write = True
        tell: list[Callable[[], None]] = []
        for job in jobs:
            if job.writes and not may_write and job.patience is None:
                tell.append(job.give_up)
                continue
            try:
                tell.append(job.run(connection))
            except sqlite3.Error as problem:
                if is_damage(problem):
                    raise
                # Nobody waits for a locked file as often as there are things to write down.
                may_write = may_write and not job.writes
                tell.append(job.give_up)
        if connection.in_transaction:
            connection.execute("COMMIT")
    for each in tell:
        each()
