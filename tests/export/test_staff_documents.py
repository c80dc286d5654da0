"""JSON documents for staff: promised keys, null for what is not known, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.export import staff_documents
from optilearn_tui.export.gaps import gap_rows
from optilearn_tui.export.targeting_document import targeting
from tests.export.staff_papers import (
    CLASSES,
    EMPTY,
    GAPS,
    RICH,
    ROSTER,
    UNKNOWN,
    found,
    of_a_class,
    of_a_section,
    of_a_student,
    of_the_school,
)

if TYPE_CHECKING:
    from optilearn_tui.export.student_dossier import StudentDossier
    from optilearn_tui.export.who_sees import WhoSees

PROMISED = ["kind", "id", "title", "targetClassIds", "targetSectionIds", "reach", "students"]


def items(document: dict[str, object]) -> dict[str, dict[str, object]]:
    told = document["items"]
    assert isinstance(told, list)
    return {item["id"]: item for item in told}


def test_classes_have_the_platforms_keys() -> None:
    assert staff_documents.classes(CLASSES) == [
        {
            "id": "c8",
            "name": "8",
            "year": "2026-27",
            "sections": [{"id": "s8a", "name": "A"}, {"id": "s8b", "name": "B [b]"}],
        },
        {"id": "n", "name": "Nursery", "year": None, "sections": []},
        {"id": "bare", "name": None, "year": None, "sections": None},
    ]


def test_a_roster_has_the_promised_keys_and_keeps_roll_numbers_as_text() -> None:
    assert staff_documents.roster(ROSTER) == [
        {"studentContactId": "c-asha", "name": "आशा [A] Rao", "rollNumber": "07"},
        {"studentContactId": "c-new", "name": "New", "rollNumber": None},
        {"studentContactId": "c-who", "name": None, "rollNumber": None},
    ]


def test_cells_tell_none_from_not_known_which_json_rows_of_the_platform_cannot() -> None:
    assert staff_documents.roster_cells(ROSTER) == [
        ("c-asha", "आशा [A] Rao", "07"),
        ("c-new", "New", ""),
        ("c-who", None, None),
    ]


def test_a_students_parts_are_empty_or_null_with_a_reason() -> None:
    rich, empty, unknown = (staff_documents.student(each) for each in (RICH, EMPTY, UNKNOWN))

    assert list(rich) == list(empty) == ["student", "parents", "attendance", "fees", "unknown"]
    assert rich["unknown"] == []
    assert empty["parents"] == empty["attendance"] == []
    assert empty["unknown"] == [{"part": "fees", "reason": "not-found"}]
    assert list(unknown) == ["student", "parents", "attendance", "unknown"]
    assert unknown["unknown"] == [
        {"part": "parents", "reason": "forbidden"},
        {"part": "attendance", "reason": "server-trouble"},
    ]


def test_a_parent_found_leads_to_children_and_a_student_to_parents() -> None:
    parents = staff_documents.search_result(found("usha"))["found"]
    students = staff_documents.search_result(found("asha"))["found"]

    assert isinstance(parents, list)
    assert [(each["kind"], each["contactId"], each["by"]) for each in parents] == [
        ("parent", "p-usha", "name")
    ]
    assert [(child["contactId"], child["linkedBy"]) for child in parents[0]["children"]] == [
        ("c-asha", "contact"),
        ("c-new", "phone"),
    ]
    assert students == []


def test_gaps_are_named_with_part_id_and_reason() -> None:
    rows = gap_rows(GAPS)

    assert rows[0] == {"part": "sections", "id": "bare", "reason": "left-out"}
    assert rows[1] == {"part": "roster", "id": "s8a", "reason": "server-trouble"}
    assert rows[3] == {"part": "parents", "id": "c-0", "reason": "stopped"}
    assert rows[-2:] == [
        {"part": "courses", "id": None, "reason": "incomplete"},
        {"part": "announcements", "id": "math", "reason": "not-found"},
    ]


@pytest.mark.parametrize(
    "told", [of_the_school(), of_a_class(), of_a_section(), of_a_student(RICH), of_a_student(UNKNOWN)]
)
def test_every_item_begins_with_the_promised_keys(told: WhoSees) -> None:
    document = targeting(told)

    json.dumps(document)
    assert {tuple(item)[:7] for item in items(document).values()} == {tuple(PROMISED)}


def test_what_is_not_known_of_targeting_is_null() -> None:
    by_id = items(targeting(of_the_school()))

    assert (by_id["who"]["reach"], by_id["who"]["students"], by_id["who"]["onShow"]) == (None, None, None)
    assert (by_id["math"]["reach"], by_id["math"]["students"]) == ("targeted", None)
    assert by_id["math"]["studentsAtLeast"] == 3
    assert (by_id["lost"]["reach"], by_id["lost"]["students"]) == ("nobody", 0)
    assert (by_id["lost"]["goneClassIds"], by_id["lost"]["emptyClassIds"]) == (["c12"], ["n"])


@pytest.mark.parametrize(
    ("dossier", "item", "visible", "because"),
    [
        (RICH, "math", True, "class"),
        (RICH, "compass", True, "section"),
        (RICH, "later", False, "untargeted"),
        (RICH, "old", False, "class"),
        (RICH, "lost", False, "no-match"),
        (RICH, "half", None, "class"),
        (RICH, "who", None, None),
        (EMPTY, "math", False, "not-enrolled"),
        (UNKNOWN, "math", None, None),
        (UNKNOWN, "old", False, None),
    ],
)
def test_visible_is_what_the_student_sees_and_because_what_targeting_says(
    dossier: StudentDossier, item: str, visible: bool | None, because: str | None
) -> None:
    told = items(targeting(of_a_student(dossier)))[item]

    assert (told["visible"], told["because"]) == (visible, because)


def test_a_class_is_covered_in_all_in_part_or_nobody_knows() -> None:
    by_id = items(targeting(of_a_class()))

    assert [by_id[item]["coverage"] for item in ("math", "compass", "who")] == ["all", "part", None]
