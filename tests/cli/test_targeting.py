"""`optilearn targeting`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PROMISED = ["kind", "id", "title", "targetClassIds", "targetSectionIds", "reach", "students"]
Item = dict[str, object]


def told(shell: Shell, *words: str) -> dict[str, object]:
    outcome = shell.run("targeting", *words, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    answer = outcome.json
    assert isinstance(answer, dict)
    return answer


def items(shell: Shell, *words: str) -> dict[object, Item]:
    """The items by id."""
    answer = told(shell, *words)
    assert answer["unknown"] == []
    assert isinstance(answer["items"], list)
    return {item["id"]: item for item in answer["items"]}


def seen(item: Item) -> tuple[object, object, object]:
    return item["visible"], item["because"], item["onShow"]


def test_every_course_and_announcement_is_told_with_the_promised_keys(teacher: Shell) -> None:
    by_id = items(teacher)
    school = teacher.live.sandbox.data["riverside"]

    announced = [row for rows in school.announcements.values() for row in rows]
    assert by_id.keys() == {row["id"] for row in (*school.courses.values(), *announced)}
    assert {tuple(item)[:7] for item in by_id.values()} == {tuple(PROMISED)}
    assert {item["kind"] for item in by_id.values()} == {"course", "announcement"}


def test_heads_are_counted_once_and_on_the_rosters(teacher: Shell) -> None:
    by_id = items(teacher)
    rosters = teacher.live.sandbox.data["riverside"].rosters
    in_8, in_7a = (
        {row["studentContactId"] for section in sections for row in rosters[section]}
        for sections in (("section-8-A", "section-8-B", "section-8-C"), ("section-7-A",))
    )

    assert (by_id["course-circle"]["reach"], by_id["course-circle"]["students"]) == (
        "targeted",
        len(in_8 | in_7a),
    )
    everyone = {row["studentContactId"] for roster in rosters.values() for row in roster}
    assert (by_id["course-library"]["reach"], by_id["course-library"]["students"]) == (
        "everyone",
        len(everyone),
    )


def test_what_reaches_nobody_says_why(teacher: Shell) -> None:
    by_id = items(teacher)

    for course in ("course-accounts", "course-sculpture", "course-french", "course-debate"):
        assert (by_id[course]["reach"], by_id[course]["students"]) == ("nobody", 0)
    debate = by_id["course-debate"]
    assert debate["goneClassIds"] == ["class-12"]
    assert debate["goneSectionIds"] == ["section-8-E"]
    assert debate["emptySectionIds"] == ["section-9-D"]


def test_targets_the_server_leaves_out_are_null_and_never_everyone(teacher: Shell) -> None:
    item = items(teacher)["course-values"]

    assert [item[key] for key in ("targetClassIds", "targetSectionIds", "reach", "students")] == [None] * 4


@pytest.mark.parametrize(
    ("student", "course", "expected"),
    [
        ("c-aarav", "course-library", (True, "untargeted", True)),
        ("c-aarav", "course-math-8", (True, "class", True)),
        ("c-aarav", "course-py-8", (True, "section", True)),
        ("c-aarav", "course-circle", (True, "class", True)),
        ("c-aarav", "course-math-7", (False, "no-match", True)),
        ("c-aarav", "course-accounts", (False, "no-match", True)),
        ("c-aarav", "course-bridge", (False, "class", False)),
        ("c-aarav", "course-german", (False, "section", False)),
        ("c-aarav", "course-online", (False, "untargeted", False)),
        ("c-aarav", "course-values", (None, None, True)),
        ("c-leela", "course-library", (True, "untargeted", True)),
        ("c-leela", "course-math-8", (False, "not-enrolled", True)),
    ],
)
def test_a_student_sees_an_item_or_not_and_why(
    teacher: Shell, student: str, course: str, expected: tuple[object, object, object]
) -> None:
    assert seen(items(teacher, "--student", student)[course]) == expected


def test_a_students_answer_agrees_with_the_rule_for_every_item(teacher: Shell) -> None:
    answer = told(teacher, "--student", "c-aarav")

    assert answer["student"] == teacher.live.sandbox.data["riverside"].students["c-aarav"]
    assert isinstance(answer["items"], list)
    for item in answer["items"]:
        classes, sections = item["targetClassIds"], item["targetSectionIds"]
        if classes is not None and sections is not None:
            matches = not (classes or sections) or "class-8" in classes or "section-8-B" in sections
            assert (item["because"] in {"untargeted", "class", "section"}) is matches
            if item["onShow"] is not None or not matches:
                assert item["visible"] is (matches and item["onShow"])


def test_a_course_comes_with_what_is_announced_beside_it_and_nothing_else(teacher: Shell) -> None:
    by_id = items(teacher, "--course", "course-math-8")

    announced = teacher.live.sandbox.data["riverside"].announcements["course-math-8"]
    assert list(by_id) == ["course-math-8", *(row["id"] for row in announced)]
    assert {item.get("courseId", item["id"]) for item in by_id.values()} == {"course-math-8"}


def test_only_the_rosters_that_count_are_read(teacher: Shell) -> None:
    items(teacher, "--course", "course-py-8")

    asked = {visit.subject for visit in teacher.live.sandbox.visits if visit.part == "roster"}
    assert asked == {"section-8-A", "section-8-B"}


@pytest.mark.parametrize("section", ["8-B", "section-8-B"])
def test_a_section_has_what_is_for_its_students_and_what_may_be(teacher: Shell, section: str) -> None:
    by_id = items(teacher, "--section", section)
    all_of_a_student = items(teacher, "--student", "c-aarav")

    expected = {id_ for id_, item in all_of_a_student.items() if item["because"] != "no-match"}
    assert by_id.keys() == expected
    assert all(seen(item) == seen(all_of_a_student[id_]) for id_, item in by_id.items())


def test_a_class_has_what_is_for_all_or_a_part_of_it(teacher: Shell) -> None:
    coverage = {id_: item["coverage"] for id_, item in items(teacher, "--class", "8").items()}

    assert coverage["course-math-8"] == coverage["course-library"] == "all"
    assert coverage["course-py-8"] == coverage["course-theatre"] == "part"
    assert coverage["course-values"] is None
    assert "course-math-7" not in coverage


def test_a_roster_that_cannot_be_read_leaves_its_heads_unknown_and_is_named(teacher: Shell) -> None:
    teacher.live.sandbox.weather.answer("roster", status=500, contact_id="section-8-B")

    outcome = teacher.run("targeting", "--course", "course-math-8", "--json")

    assert outcome.code == 0
    answer = outcome.json
    assert isinstance(answer, dict)
    course = answer["items"][0]
    assert (course["reach"], course["students"], course["studentsAtLeast"]) == ("targeted", None, 67)
    assert answer["unknown"] == [{"part": "roster", "id": "section-8-B", "reason": "server-trouble"}]
    assert outcome.err.startswith("The roster of 8-B was not read: ")
    words = teacher.run("targeting", "--course", "course-math-8").out
    assert "Students: not known, at least 67\n" in words


def test_announcements_that_cannot_be_read_are_named_by_their_course(teacher: Shell) -> None:
    teacher.live.sandbox.weather.answer("announcements", status=500, contact_id="course-math-8")

    outcome = teacher.run("targeting", "--student", "c-aarav")

    assert outcome.code == 0
    assert outcome.err.startswith("The announcements of Mathematics – Class 8 were not read: ")


@pytest.mark.parametrize(
    ("part", "trouble", "code"), [("courses", "500", 1), ("courses", "403", 4), ("classes", "html", 1)]
)
def test_what_all_the_rest_depends_on_is_the_commands_failure(
    teacher: Shell, part: str, trouble: str, code: int
) -> None:
    teacher.live.sandbox.weather.fail(part, trouble)

    outcome = teacher.run("targeting", "--json")

    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1


def test_a_session_that_ends_on_the_way_is_no_missing_part(teacher: Shell) -> None:
    weather = teacher.live.sandbox.weather
    weather.answer("announcements", status=401)
    weather.body("session", "null")
    weather.body(
        "session", '{"user": {"id": "u-teacher", "role": "TEACHER", "institutionSlug": "riverside"}}', times=1
    )

    outcome = teacher.run("targeting", "--json")

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.splitlines()[0].startswith("Your session has ended.")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--course", "course-nothing"), "No course has the id “course-nothing”."),
        (("--course", "course-hi-math-7"), "No course has the id “course-hi-math-7”."),
        (("--class", "12"), "No class is called “12”."),
        (("--section", "section-spv-7-a"), "No section is called “section-spv-7-a”."),
        (("--section", "B"), "“B” may mean several sections."),
        (("--student", "c-rohan"), "No student has the contact id “c-rohan”."),
    ],
)
def test_what_the_school_does_not_have_is_wrong_usage(
    teacher: Shell, words: tuple[str, ...], sentence: str
) -> None:
    outcome = teacher.run("targeting", *words, "--json")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(sentence)


def test_only_one_question_is_asked_at_a_time(teacher: Shell) -> None:
    outcome = teacher.run("targeting", "--class", "8", "--student", "c-aarav")

    assert (outcome.code, outcome.out) == (2, "")
    assert "not allowed with argument --class" in outcome.err


def test_in_words_a_student_sees_does_not_see_and_may_see(teacher: Shell) -> None:
    outcome = teacher.run("targeting", "--student", "c-aarav")

    assert (outcome.code, outcome.err) == (0, "")
    head, sees, may_see, does_not = outcome.out.split("\n\n")
    assert head == "Aarav Sharma\nClass: 8\nSection: B\nContact id: c-aarav"
    assert sees.startswith("Sees: 24\n")
    assert "\nCourse: Mathematics – Class 8: by class, for Class 8\n" in sees
    assert "\nAnnouncement: Bring a compass (Mathematics – Class 8): by section, for 8-B\n" in sees
    assert may_see.startswith("May see; that is not known: 4\n")
    assert does_not.startswith("Does not see: 72\n")
    assert "\nCourse: Bridge Course, last year: by class, for Class 8, but archived\n" in does_not
    assert "\nCourse: Accountancy: only for class-12\n" in does_not
    assert "\x1b" not in outcome.out


def test_in_words_an_item_says_whom_it_is_for_and_what_is_wrong_with_that(teacher: Shell) -> None:
    outcome = teacher.run("targeting")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("100 courses and announcements\n\n")
    assert (
        "Course: Debating Society\nId: course-debate\nStatus: Published\nFor: class-12, 9-D, section-8-E\n"
        "Students: 0\nReaches nobody.\nNo longer there: class-12, section-8-E\nEmpty: 9-D\n\n"
    ) in outcome.out


def test_targeting_speaks_hindi(teacher: Shell) -> None:
    for words in ((), ("--student", "c-aarav"), ("--class", "8"), ("--section", "8-B")):
        hindi = teacher.run("targeting", *words, "--lang", "hi").out

        for label in (
            "Course:",
            "Announcement:",
            "Status:",
            "Students:",
            "Sees:",
            "for everyone",
            "Seen here",
        ):
            assert label not in hindi
