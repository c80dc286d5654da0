"""What classes and sections are called, and which one a person means."""

from __future__ import annotations

import pytest

from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.school.places import Places


def school_class(id_: str, name: str, *sections: tuple[str, str], year: str = "2026-27") -> SchoolClass:
    made = tuple(Section(id=section, name=own) for section, own in sections)
    return SchoolClass(id=id_, name=name, year=year, sections=made)


PLACES = Places(
    [
        school_class("c1", "1", ("s1a", "A"), ("s1b", "B")),
        school_class("c7", "7", ("s7a", "अ"), ("s7k", "कि"), ("s7c", "की")),
        school_class("c8", "8", ("s8b", "8-B"), ("s8r", "Rose")),
        school_class("c11", "11", ("s11a", "A"), ("11", "Z")),
        school_class("n", "Nursery", ("nl", "Lotus")),
        SchoolClass(id="bare"),
        SchoolClass(id="half", name="12", sections=(Section(id="half-x"),)),
    ]
)


def sections(text: str) -> list[str]:
    return [place.id for place in PLACES.sections_called(text)]


def classes(text: str) -> list[str]:
    return [place.id for place in PLACES.classes_called(text)]


@pytest.mark.parametrize("text", ["s8b", " s8b ", "8-B", "8-b", "8b", "8 B", "8 – B", "８-B"])
def test_a_section_is_named_by_its_id_or_name_however_it_is_written(text: str) -> None:
    assert sections(text) == ["s8b"]


@pytest.mark.parametrize(("text", "found"), [("7-अ", "s7a"), ("७अ", "s7a"), ("7कि", "s7k"), ("7-की", "s7c")])
def test_hindi_names_are_told_apart_by_their_vowel_signs(text: str, found: str) -> None:
    assert sections(text) == [found]


def test_the_schools_own_name_of_a_section_is_enough_where_only_one_is_called_so() -> None:
    assert sections("rose") == ["s8r"]
    assert sections("Lotus") == ["nl"]
    assert sections("A") == ["s1a", "s11a"]


def test_an_id_goes_before_any_name_and_the_full_name_before_its_letters() -> None:
    assert sections("11") == ["11"]
    assert sections("11-A") == ["s11a"]


@pytest.mark.parametrize("text", ["", " ", "-", "S8B", "9-A", "12", "Ros"])
def test_what_no_section_is_called_finds_none(text: str) -> None:
    assert sections(text) == []


def test_a_class_is_named_by_its_id_or_name() -> None:
    assert classes("c8") == classes("8") == classes("८") == ["c8"]
    assert classes("nursery") == ["n"]
    assert classes("bare") == ["bare"]
    assert classes("80") == []


def test_the_same_name_in_two_years_is_ambiguous() -> None:
    places = Places(
        [school_class("old", "8", ("o", "B"), year="2025-26"), school_class("new", "8", ("n", "B"))]
    )

    assert [(place.id, place.name, place.year) for place in places.sections_called("8-B")] == [
        ("o", "8-B", "2025-26"),
        ("n", "8-B", "2026-27"),
    ]


def test_names_fall_back_on_ids() -> None:
    assert PLACES.of_section("s8b") == "8-B"
    assert PLACES.of_section("half-x") == "half-x"
    assert PLACES.of_section("gone") == "gone"
    assert PLACES.of_class("bare") == "bare"
    assert PLACES.of_class("gone") == "gone"
    assert PLACES.named(["c8", "gone"], ["s1a"]) == "8, gone, 1-A"
    assert PLACES.sections_of("c8") == ("s8b", "s8r")
    assert PLACES.sections_of("bare") == PLACES.sections_of("gone") == ()
