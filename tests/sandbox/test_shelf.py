"""Objects that are made when somebody asks for them."""

from __future__ import annotations

import pytest

from optilearn_tui.sandbox.shelf import Shelf


def shelf_of(put: dict[str, list[str] | None], *, most: int | None = None) -> Shelf[list[str]]:
    """Makes `[key]` for the keys a to d."""
    return Shelf(put, lambda key: [key] if key in "abcd" else None, lambda: "abcd", most=most)


def test_what_is_put_comes_before_what_can_be_made() -> None:
    shelf = shelf_of({"x": ["put"], "b": ["put"]})
    assert list(shelf.items()) == [("x", ["put"]), ("b", ["put"]), ("a", ["a"]), ("c", ["c"]), ("d", ["d"])]
    assert len(shelf) == 5


def test_nothing_stands_under_an_id_that_was_put_as_none_or_cannot_be_made() -> None:
    shelf = shelf_of({"a": None})
    assert "a" not in shelf
    assert "z" not in shelf
    assert shelf.get("a", []) == []
    with pytest.raises(KeyError):
        shelf["z"]


def test_a_change_in_a_made_object_is_told_from_then_on() -> None:
    shelf = shelf_of({})
    shelf["a"].append("more")
    assert shelf["a"] == ["a", "more"]


def test_only_the_latest_made_objects_are_kept_and_those_put_stay() -> None:
    shelf = shelf_of({}, most=2)
    shelf["d"] = ["put"]
    first, second = shelf["a"], shelf["b"]
    assert shelf["a"] is first
    third = shelf["c"]
    assert shelf["a"] is first
    assert shelf["c"] is third
    assert shelf["b"] == second
    assert shelf["b"] is not second
    assert shelf["d"] == ["put"]


def test_what_is_put_over_a_made_object_keeps_its_place() -> None:
    shelf = shelf_of({})
    shelf["b"] = ["changed"]
    shelf["z"] = ["new"]
    assert list(shelf.items())[1] == ("b", ["changed"])
    assert list(shelf)[-1] == "z"


def test_what_is_taken_away_is_gone() -> None:
    shelf = shelf_of({"x": ["put"]})
    del shelf["x"]
    del shelf["c"]
    assert list(shelf) == ["a", "b", "d"]
    with pytest.raises(KeyError):
        del shelf["c"]
