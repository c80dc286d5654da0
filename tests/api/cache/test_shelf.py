"""What is kept on disk: found again, private, bounded, gone without a trace, and never in anybody's way."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from optilearn_tui.api.cache import SHELF_FILE, Amount, AnyShelf, Kept, MemoryShelf, Shelf
from optilearn_tui.api.cache.kept import KEPT_FOR, digest

NOW = datetime.now(UTC).replace(microsecond=0)
MEERA, RAVI = digest("meera"), digest("ravi")
KEY, OTHER = digest("a"), digest("b")


def kept(body: bytes = b"{}", *, age: timedelta = timedelta(0), is_snapshot: bool = False) -> Kept:
    """An answer of that age."""
    return Kept(body, NOW - age, 'W/"1"', 300, is_snapshot)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_all(path: Path) -> None:
    path.chmod(0o644)


def everything_below(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


def damage(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)


def damage_from(path: Path, place: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:place] + b"\xa5" * (len(content) - place))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the shelf's file would be."""
    return tmp_path / "cache" / SHELF_FILE


@pytest.fixture(params=["file", "memory"])
def shelf(request: pytest.FixtureRequest, file: Path) -> AnyShelf:
    """A shelf of either kind."""
    return Shelf(file) if request.param == "file" else MemoryShelf()


async def test_what_is_put_is_found(shelf: AnyShelf) -> None:
    shelf.put(MEERA, KEY, kept(b"1"))
    shelf.put(MEERA, KEY, kept(b"2"))

    assert await shelf.find(KEY) == kept(b"2")
    assert await shelf.find(OTHER) is None


async def test_what_is_dropped_is_not(shelf: AnyShelf) -> None:
    shelf.put(MEERA, KEY, kept())
    shelf.drop(KEY)

    assert await shelf.find(KEY) is None


async def test_notes_are_of_one_scope(shelf: AnyShelf) -> None:
    shelf.write_note(MEERA, "viewed", "c-1")
    shelf.write_note(MEERA, "viewed", "c-2")

    assert await shelf.note(MEERA, "viewed") == "c-2"
    assert await shelf.note(RAVI, "viewed") is None


async def test_snapshots_of_others_than_these_go_and_other_answers_stay(shelf: AnyShelf) -> None:
    third = digest("c")
    shelf.put(MEERA, KEY, kept(is_snapshot=True))
    shelf.put(MEERA, OTHER, kept(is_snapshot=True))
    shelf.put(MEERA, third, kept())
    shelf.drop_other_snapshots(MEERA, {OTHER})

    assert [await shelf.find(key) is not None for key in (KEY, OTHER, third)] == [False, True, True]


async def test_forgetting_one_leaves_the_other(shelf: AnyShelf) -> None:
    for scope, key in ((MEERA, KEY), (RAVI, OTHER)):
        shelf.put(scope, key, kept())
        shelf.write_note(scope, "viewed", "c-1")

    assert await shelf.forget({MEERA})

    assert (await shelf.find(KEY), await shelf.note(MEERA, "viewed")) == (None, None)
    assert await shelf.find(OTHER) is not None
    assert await shelf.note(RAVI, "viewed") == "c-1"


async def test_days_add_up(shelf: AnyShelf) -> None:
    shelf.count("2026-04-15", Amount(10, 1))
    shelf.count("2026-04-15", Amount(5, 2))
    shelf.count("2026-04-16", Amount(1, 1))

    assert await shelf.counted("2026-04-15") == Amount(15, 3)
    assert await shelf.counted("2026-04-17") == Amount()


async def test_there_is_room_for_so_much_and_the_snapshots_stay_longest(file: Path) -> None:
    shelf = Shelf(file, cap=1_000)
    shelf.put(MEERA, digest("snapshot"), kept(b"s" * 100, age=timedelta(days=1), is_snapshot=True))
    for number in range(20):
        shelf.put(MEERA, digest(str(number)), kept(b"x" * 100, age=timedelta(minutes=20 - number)))
    await shelf.flush()

    found = [await shelf.find(digest(str(number))) is not None for number in range(20)]

    assert sum(found) < 11
    assert found == sorted(found)
    assert await shelf.find(digest("snapshot")) is not None


async def test_memory_is_bounded_as_well() -> None:
    shelf = MemoryShelf(cap=1_000)
    for number in range(20):
        shelf.put(MEERA, digest(str(number)), kept(b"x" * 100))

    assert [await shelf.find(digest(str(number))) is None for number in range(20)] == [True] * 10 + [
        False
    ] * 10


async def test_what_nobody_confirmed_for_a_month_goes_when_another_run_keeps_something(file: Path) -> None:
    earlier = Shelf(file)
    earlier.put(MEERA, KEY, kept(age=KEPT_FOR + timedelta(seconds=1)))
    await earlier.flush()
    shelf = Shelf(file)
    shelf.put(MEERA, OTHER, kept())
    shelf.put(MEERA, digest("c"), kept())
    await shelf.flush()

    assert await Shelf(file).find(KEY) is None
    assert await Shelf(file).find(OTHER) is not None


async def test_the_file_and_its_folder_are_the_owners_alone(file: Path) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept())
    await shelf.flush()

    assert mode(file) == 0o600
    assert mode(file.parent) == 0o700
    open_to_all(file)
    await shelf.find(KEY)
    assert mode(file) == 0o600


async def test_looking_makes_no_file(file: Path) -> None:
    shelf = Shelf(file)

    assert await shelf.find(KEY) is None
    assert await shelf.note(MEERA, "viewed") is None
    shelf.drop(KEY)
    await shelf.flush()

    assert not file.parent.exists()


async def test_forgetting_leaves_no_byte_behind(file: Path) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept(b"the marks of Aarav" * 1_000))
    shelf.write_note(MEERA, "viewed", "c-aarav")
    shelf.put(RAVI, OTHER, kept(b"the marks of Zoya" * 1_000))
    await shelf.flush()
    assert b"Aarav" in everything_below(file.parent)

    assert await shelf.forget({MEERA})

    left = everything_below(file.parent)
    assert b"Aarav" not in left
    assert b"c-aarav" not in left
    assert MEERA not in left
    assert b"Zoya" in left


@pytest.mark.parametrize(
    "content",
    [b"", b"this is no database" * 100, b"SQLite format 3\x00" + b"\xff" * 4_000],
    ids=["empty", "text", "broken"],
)
async def test_a_damaged_file_is_replaced(file: Path, content: bytes) -> None:
    damage(file, content)
    shelf = Shelf(file)

    assert await shelf.find(KEY) is None
    shelf.put(MEERA, KEY, kept())

    assert await shelf.find(KEY) == kept()
    await shelf.flush()
    assert await Shelf(file).find(KEY) == kept()


async def test_a_file_that_was_damaged_in_the_middle_is_replaced(file: Path) -> None:
    shelf = Shelf(file)
    for number in range(50):
        shelf.put(MEERA, digest(str(number)), kept(b"x" * 3_000))
    await shelf.flush()
    damage_from(file, 4_096)

    shelf.put(MEERA, KEY, kept())

    assert await shelf.find(KEY) == kept()


@pytest.mark.parametrize("change", ["PRAGMA user_version = 99", "DROP TABLE answers"])
async def test_a_file_of_another_version_is_replaced(file: Path, change: str) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, OTHER, kept())
    await shelf.flush()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(change)

    shelf.put(MEERA, KEY, kept())

    assert await shelf.find(KEY) == kept()


@pytest.mark.parametrize(
    "change", ["at = 'yesterday'", "body = 'text'", "body = x'7b7d20'", "etag = 'other'", "at = 1e300"]
)
async def test_a_row_that_is_not_as_it_was_put_is_no_answer(file: Path, change: str) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept())
    await shelf.flush()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"UPDATE answers SET {change}")  # noqa: S608 - words of this test

    assert await shelf.find(KEY) is None


async def test_an_answer_never_shows_under_another_name(file: Path) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept())
    await shelf.flush()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE answers SET key = ?", (OTHER,))

    assert await shelf.find(OTHER) is None


@pytest.fixture
def locked(file: Path) -> Iterator[Path]:
    """A file that another run is writing to, and does not stop."""
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE mine (x)")
        connection.execute("BEGIN EXCLUSIVE")
        yield file
        connection.execute("ROLLBACK")


async def test_a_locked_file_stops_nobody(locked: Path) -> None:
    shelf = Shelf(locked)
    shelf.put(MEERA, KEY, kept())

    assert await shelf.find(KEY) is None
    assert await shelf.counted("2026-04-15") == Amount()


async def test_a_locked_file_can_be_forgotten(locked: Path) -> None:
    assert await Shelf(locked).forget({MEERA})
    assert everything_below(locked.parent) == b""


async def test_a_place_where_nothing_can_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    shelf = Shelf(tmp_path / "cache" / SHELF_FILE)
    shelf.put(MEERA, KEY, kept())
    shelf.write_note(MEERA, "viewed", "c-1")

    assert await shelf.find(KEY) is None
    assert await shelf.note(MEERA, "viewed") is None
    await shelf.flush()


async def test_two_runs_share_a_file(file: Path) -> None:
    one, two = Shelf(file), Shelf(file)
    for number in range(100):
        (one if number % 2 else two).put(MEERA, digest(str(number)), kept(b"x" * 500))
    await asyncio.gather(one.flush(), two.flush())

    found = [await one.find(digest(str(number))) for number in range(100)]

    assert all(found)


async def test_no_thread_stays_and_no_file_stays_open(file: Path) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept())
    await shelf.flush()

    for thread in threading.enumerate():
        if thread.name == "optilearn-shelf":
            await asyncio.to_thread(thread.join)

    assert await shelf.forget_all()
    assert everything_below(file.parent) == b""


async def test_who_goes_away_while_waiting_disturbs_nobody(file: Path) -> None:
    shelf = Shelf(file)
    shelf.put(MEERA, KEY, kept())
    waiting = asyncio.create_task(shelf.find(KEY))
    await asyncio.sleep(0)
    waiting.cancel()

    assert await shelf.find(KEY) == kept()


def test_names_tell_apart_what_only_looks_alike() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") != digest("a", "")
