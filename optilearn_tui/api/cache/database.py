"""The file that answers are kept in: opened for a moment, private, replaced when it is damaged."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from optilearn_tui.private_file import make_private_folder

VERSION = 1
"""Of the tables below; a file of another version is thrown away."""

PATIENCE = 0.25
"""Seconds to wait for another run that is writing; then this run does without."""

_TABLES = """
CREATE TABLE answers (
    key BLOB PRIMARY KEY, scope BLOB NOT NULL, body BLOB NOT NULL, etag TEXT, at REAL NOT NULL,
    fresh_for INTEGER NOT NULL, is_snapshot INTEGER NOT NULL, size INTEGER NOT NULL, seal BLOB NOT NULL
);
CREATE TABLE notes (scope BLOB NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (scope, name));
CREATE TABLE days (day TEXT PRIMARY KEY, received INTEGER NOT NULL, sent INTEGER NOT NULL);
"""
_BESIDE = ("-journal", "-wal", "-shm")
_DAMAGE = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_MISMATCH"}


class OtherVersion(sqlite3.DatabaseError):
    """The file was made by another version of this program."""


def is_damage(problem: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and not that it is locked, read-only or that there is no room."""
    name = getattr(problem, "sqlite_errorname", "SQLITE_CORRUPT")
    return isinstance(problem, OtherVersion) or any(name.startswith(each) for each in _DAMAGE)


@contextmanager
def opened(path: Path, *, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """The file at `path`, made where there is none: 0600, and new folders 0700.

    What is deleted is overwritten, so that no byte of it stays behind.

    Raises:
        OSError: it can be neither read nor made.
        sqlite3.Error: it is no such file, or locked.
    """
    make_private_folder(path.parent)
    _make_private(path)
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        # Nobody waits for the disk: what a power cut leaves behind is found out by the seals, and replaced.
        connection.execute("PRAGMA synchronous = OFF")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            _furnish(connection, version)
        yield connection


def remove(path: Path) -> bool:
    """Take the file away, and what lies beside it; True where nothing of it is left."""
    for name in (path.name, *(f"{path.name}{end}" for end in _BESIDE)):
        try:
            path.with_name(name).unlink(missing_ok=True)
        except OSError:
            return False
    return True


def _make_private(path: Path) -> None:
    # Made here and not by SQLite, which would leave it open to whomever the umask lets in.
    handle = os.open(path, os.O_RDONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if os.name == "posix" and stat.S_IMODE(os.fstat(handle).st_mode) & 0o077:
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)


def _furnish(connection: sqlite3.Connection, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another run may have been quicker.
        if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            return
        if version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise OtherVersion
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
