"""What is done with the tables of the file: each as a job for its thread."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.cache.clerk import Job
from optilearn_tui.api.cache.kept import KEPT_FOR, Amount, Kept, digest

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 2.0
"""Seconds that forgetting waits for another run that is writing."""

_ROOM_LEFT = 0.9  # of the cap, once there was too much: not to throw away with every answer
_DAYS_KEPT = 40


def find(key: bytes) -> Job[Kept | None]:
    """The answer of that name."""

    def work(connection: sqlite3.Connection) -> Kept | None:
        columns = "body, etag, at, fresh_for, is_snapshot, seal"
        row = connection.execute(f"SELECT {columns} FROM answers WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return None if row is None else _kept(key, row)

    return Job(work, None)


def put(scope: bytes, key: bytes, kept: Kept) -> Job[None]:
    """An answer in place of an earlier one of that name."""

    def work(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                scope,
                kept.body,
                kept.etag,
                kept.at.timestamp(),
                kept.fresh_for,
                kept.is_snapshot,
                len(kept.body),
                _seal(key, kept),
            ),
        )

    return Job(work, None, writes=True, makes=True)


def tidy(cap: int, now: datetime) -> Job[None]:
    """What is too old goes, and the oldest where there is more than `cap` bytes; snapshots last."""

    def work(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM answers WHERE at < ?", ((now - KEPT_FOR).timestamp(),))
        _make_room(connection, cap)

    return Job(work, None, writes=True)


def drop(key: bytes) -> Job[None]:
    """That answer no longer."""

    def work(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM answers WHERE key = ?", (key,))

    return Job(work, None, writes=True)


def drop_other_snapshots(scope: bytes, keys: Collection[bytes]) -> Job[None]:
    """No snapshots of that scope but these."""

    def work(connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT key FROM answers WHERE scope = ? AND is_snapshot", (scope,))
        others = [row for row in rows.fetchall() if row[0] not in keys]
        connection.executemany("DELETE FROM answers WHERE key = ?", others)

    return Job(work, None, writes=True)


def note(scope: bytes, name: str) -> Job[str | None]:
    """What was written down under that name."""

    def work(connection: sqlite3.Connection) -> str | None:
        found = connection.execute("SELECT value FROM notes WHERE scope = ? AND name = ?", (scope, name))
        row = found.fetchone()
        return row[0] if row is not None and isinstance(row[0], str) else None

    return Job(work, None)


def write_note(scope: bytes, name: str, value: str) -> Job[None]:
    """Something written down, in place of what was."""

    def work(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", (scope, name, value))

    return Job(work, None, writes=True, makes=True)


def count(day: str, amount: Amount) -> Job[None]:
    """So much more received and sent on a day."""

    def work(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO days VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET"
            " received = received + excluded.received, sent = sent + excluded.sent",
            (day, amount.received, amount.sent),
        )
        connection.execute(
            "DELETE FROM days WHERE day NOT IN (SELECT day FROM days ORDER BY day DESC LIMIT ?)",
            (_DAYS_KEPT,),
        )

    return Job(work, None, writes=True, makes=True)


def counted(day: str) -> Job[Amount]:
    """What was received and sent on a day."""

    def work(connection: sqlite3.Connection) -> Amount:
        row = connection.execute("SELECT received, sent FROM days WHERE day = ?", (day,)).fetchone()
        return Amount() if row is None else Amount(int(row[0]), int(row[1]))

    return Job(work, Amount())


def forget(scopes: Collection[bytes]) -> Job[bool]:
    """Nothing of those scopes any longer, and no byte of it left in the file."""

    def work(connection: sqlite3.Connection) -> bool:
        for table in ("answers", "notes"):
            connection.executemany(
                f"DELETE FROM {table} WHERE scope = ?",  # noqa: S608 - one of two words of our own
                [(scope,) for scope in scopes],
            )
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return True

    return Job(work, otherwise=False, writes=True, patience=PATIENCE)


def nothing() -> Job[None]:
    """Nothing: who waits for it, waits for all that was to be done before."""
    return Job(lambda _: None, None)


def _seal(key: bytes, kept: Kept) -> bytes:
    """What only this answer under this name has: a damaged file never gives one for another."""
    return digest(key, kept.body, kept.etag or "", str(kept.at.timestamp()))


def _kept(key: bytes, row: tuple[object, ...]) -> Kept | None:
    """The answer in a row; None where the row is none, or not the one that was put there."""
    body, etag, at, fresh_for, is_snapshot, seal = row
    if not (isinstance(body, bytes) and isinstance(etag, str | None) and isinstance(at, int | float)):
        return None
    if not isinstance(fresh_for, int):
        return None
    try:
        moment = datetime.fromtimestamp(at, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    kept = Kept(body, moment, etag, fresh_for, bool(is_snapshot))
    return kept if seal == _seal(key, kept) else None


def _make_room(connection: sqlite3.Connection, cap: int) -> None:
    whole = connection.execute("SELECT coalesce(sum(size), 0) FROM answers").fetchone()[0]
    if whole <= cap:
        return
    rows = connection.execute("SELECT key, size FROM answers ORDER BY is_snapshot, at").fetchall()
    for key, size in rows:
        if whole <= cap * _ROOM_LEFT:
            return
        connection.execute("DELETE FROM answers WHERE key = ?", (key,))
        whole -= size
