"""Which rows of a large table are shown, and in which order, against the slow way of finding out."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.folding import folded
from optilearn_tui.tui.table_rows import TableRows


@dataclass(frozen=True)
class Pupil:
    name: str
    mark: int | Unknown | None = None


def rows_of(*pupils: Pupil) -> TableRows[Pupil]:
    rows = TableRows[Pupil](lambda pupil: pupil.name)
    rows.fill(pupils)
    return rows


def shown(rows: TableRows[Pupil]) -> list[Pupil]:
    return [rows.every[position] for position in rows.shown]


def names(rows: TableRows[Pupil]) -> list[str]:
    return [pupil.name for pupil in shown(rows)]


def test_rows_come_as_they_came() -> None:
    assert names(rows_of(Pupil("b"), Pupil("a"))) == ["b", "a"]
    assert names(rows_of()) == []


def test_every_word_typed_has_to_occur_in_any_order_and_case() -> None:
    rows = rows_of(Pupil("Aarav Sharma 8-B"), Pupil("Anna D'Souza 8-B"), Pupil("दीया शर्मा 5-A"))

    rows.narrow("8-b SHAR")
    assert names(rows) == ["Aarav Sharma 8-B"]
    rows.narrow("शर्मा")
    assert names(rows) == ["दीया शर्मा 5-A"]
    rows.narrow("nobody")
    assert names(rows) == []
    rows.narrow("  ")
    assert len(names(rows)) == 3


def test_what_was_typed_narrows_rows_that_come_later() -> None:
    rows = rows_of(Pupil("Aarav"), Pupil("Bela"))
    rows.narrow("bel")

    rows.fill((Pupil("Anna"), Pupil("Bela"), Pupil("Isabel")))

    assert names(rows) == ["Bela", "Isabel"]


def test_unknown_comes_last_behind_none_whichever_way_round() -> None:
    rows = rows_of(Pupil("?", LEFT_OUT), Pupil("-"), Pupil("two", 2), Pupil("one", 1))

    rows.order(lambda pupil: pupil.mark)
    assert names(rows) == ["one", "two", "-", "?"]
    rows.order(lambda pupil: pupil.mark, falling=True)
    assert names(rows) == ["two", "one", "-", "?"]
    rows.order(None)
    assert names(rows) == ["?", "-", "two", "one"]


def test_a_row_is_found_among_those_shown_only() -> None:
    rows = rows_of(Pupil("a", 1), Pupil("b", 2))
    rows.order(lambda pupil: pupil.mark, falling=True)

    assert rows.place_of(lambda pupil: pupil.name == "a") == 1
    rows.narrow("b")
    assert rows.place_of(lambda pupil: pupil.name == "a") is None


marks = st.one_of(st.none(), st.just(LEFT_OUT), st.integers(0, 3))
pupils = st.lists(st.builds(Pupil, st.text("aAbé ", max_size=6), marks), max_size=20)


@given(pupils, st.text("aAbÉ ", max_size=4), st.booleans())
def test_rows_are_those_of_looking_at_each_and_stay_as_they_came_where_equal(
    every: list[Pupil], typed: str, falling: bool
) -> None:
    rows = rows_of(*every)
    rows.narrow(typed)
    rows.order(lambda pupil: pupil.mark, falling=falling)

    words = folded(typed).split()
    found = [pupil for pupil in every if all(word in folded(pupil.name) for word in words)]
    expected = [
        pupil for mark in (range(3, -1, -1) if falling else range(4)) for pupil in found if pupil.mark == mark
    ]
    expected += [pupil for pupil in found if pupil.mark is None]
    expected += [pupil for pupil in found if pupil.mark is LEFT_OUT]
    assert shown(rows) == expected
    assert all(each is other for each, other in zip(shown(rows), expected, strict=True))
