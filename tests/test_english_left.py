"""The search for English on Hindi pages finds what nobody translated, and lets names be."""

from __future__ import annotations

import pytest

from tests.english_left import FromSchool, english_left

SCHOOL = FromSchool.of({"name": "Riverside Public School", "courses": [{"title": "Unit test 2: Friction"}]})


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (" कोर्स ── Loading…", ["Loading…"]),
        ("3 children   अंक", ["children"]),
        ("Riverside Public School · Fees", ["Fees"]),
        ("Student  कक्षा", ["Student"]),
        ("Unit test 2: Fric…  Sections", ["Sections"]),
        ("School", ["School"]),
        ("Unit test 2: Fric▌ Offline", ["Offline"]),
    ],
)
def test_english_that_is_nobodys_name_is_found(page: str, left: list[str]) -> None:
    assert english_left(page, SCHOOL) == left


@pytest.mark.parametrize(
    "page",
    [
        "OptiLearn · Riverside Public School",
        "Unit test 2: Friction │ Unit te…  Friction",
        "Ctrl+Q बंद करें  Esc वापस  l English",
        "“optilearn login --store file” चलाएँ, या OPTICRM_API_KEY दें",
        "https://riverside.opticrm.app/x?y=z  meera@example.com  section-8-B",
        "बुध 15 अप्रैल, 4:30 pm",
    ],
)
def test_names_and_what_the_school_says_may_stay(page: str) -> None:
    assert english_left(page, SCHOOL) == []
