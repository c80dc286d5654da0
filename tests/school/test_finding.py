"""Anyone is found by whatever somebody can tell, in a stated order, while the school is still being read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.parents import Parent
from optilearn_tui.api.people import CurrentEnrolment, Student
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.finding import By, Directory, Found, Guardian, LinkedBy, Pupil, Seat
from optilearn_tui.school.folding import folded
from optilearn_tui.school.needle import Needle, numbers_in


def entry(contact_id: str, name: str | Unknown = LEFT_OUT, roll: str | None = None) -> RosterEntry:
    return RosterEntry(student_contact_id=contact_id, name=name, roll_number=roll)


def parent(
    contact_id: str, name: str | Unknown = LEFT_OUT, email: str | None = None, mobile: str | None = None
) -> Parent:
    return Parent(parent_contact_id=contact_id, name=name, email=email, mobile=mobile, relation="MOTHER")


MEERA = parent("c-meera", "Meera Sharma", "meera.sharma@example.com", "+91 98100 00001")
ROHAN = parent("c-rohan", "रोहन शर्मा", "rohan@example.com", "098100-00002 / 011 2345 6789")


@pytest.fixture
def school() -> Directory:
    """A few families."""
    directory = Directory()
    directory.add_roster(
        "sec-8b", [entry("c-aarav", "Aarav Sharma", "07"), entry("c-anna", "Anna D'Souza", "12")]
    )
    directory.add_roster("sec-5a", [entry("c-diya", "दीया शर्मा", "7")])
    directory.add_roster("sec-1c", [entry("c-kabir", "Kabir [KD] Sharma [/]")])
    directory.add_student(
        Student(contact_id="c-aarav", first_name="Aarav", last_name="Sharma", student_code="RPS-0801")
    )
    directory.add_parents("c-aarav", [MEERA, ROHAN])
    directory.add_parents("c-diya", [MEERA])
    directory.add_parents("c-anna", [parent("c-john", "John D'Souza", "john@example.com")])
    return directory


def ids(found: tuple[Found, ...]) -> list[str]:
    return [each.person.contact_id for each in found]


@pytest.mark.parametrize(
    ("typed", "contact_id", "by"),
    [
        ("aarav", "c-aarav", By.NAME),
        ("sharma AARAV", "c-aarav", By.NAME),
        ("दीया", "c-diya", By.NAME),
        ("[kd]", "c-kabir", By.NAME),
        ("12", "c-anna", By.ROLL_NUMBER),
        ("rps-0801", "c-aarav", By.STUDENT_CODE),
        ("0801", "c-aarav", By.STUDENT_CODE),
        ("meera", "c-meera", By.NAME),
        ("रोहन", "c-rohan", By.NAME),
        ("meera.sharma@", "c-meera", By.EMAIL),
        ("98100 00001", "c-meera", By.PHONE),
        ("+91-98100-00002", "c-rohan", By.PHONE),
        ("01123456789", "c-rohan", By.PHONE),
        ("0000 2", "c-rohan", By.PHONE),
        ("meera 98100", "c-meera", By.NAME),
        ("c-kabir", "c-kabir", By.CONTACT_ID),
        (" c-john ", "c-john", By.CONTACT_ID),
    ],
)
def test_each_is_found_by_what_one_can_tell(school: Directory, typed: str, contact_id: str, by: By) -> None:
    (found,) = school.search(typed)

    assert (found.person.contact_id, found.by) == (contact_id, by)


@pytest.mark.parametrize("typed", ["", "  ", "\n", "nobody", "aarav meera", "981", "c-aara", "99999 99999"])
def test_what_nobody_fits_finds_nobody(school: Directory, typed: str) -> None:
    assert school.search(typed) == ()


def test_a_parent_leads_to_all_the_children(school: Directory) -> None:
    (found,) = school.search("98100 00001")

    assert isinstance(found.person, Guardian)
    assert found.person.name == "Meera Sharma"
    assert [(child.pupil.name, child.linked_by, child.relation) for child in found.person.children] == [
        ("Aarav Sharma", LinkedBy.CONTACT, "MOTHER"),
        ("दीया शर्मा", LinkedBy.CONTACT, "MOTHER"),
    ]
    assert [pupil.seat for pupil in found.pupils] == [Seat("sec-8b", "07"), Seat("sec-5a", "7")]


def test_probable_children_come_after_the_sure_ones_whatever_their_names(school: Directory) -> None:
    school.add_parents("c-anna", [parent("c-meera-again", "M. Sharma", mobile="9810000001")])
    school.add_parents("c-kabir", [parent("c-m", "M", email="MEERA.SHARMA@example.com")])

    meera = school.guardian("c-meera")

    assert meera is not None
    assert [(child.pupil.contact_id, child.linked_by) for child in meera.children] == [
        ("c-aarav", LinkedBy.CONTACT),
        ("c-diya", LinkedBy.CONTACT),
        ("c-kabir", LinkedBy.EMAIL),
        ("c-anna", LinkedBy.PHONE),
    ]


def test_a_student_brings_along_what_was_read(school: Directory) -> None:
    (found,) = school.search("RPS-0801")

    assert found.person == Pupil(
        "c-aarav", "Aarav Sharma", "RPS-0801", (Seat("sec-8b", "07"),), parents=(MEERA, ROHAN)
    )
    assert found.pupils == (found.person,)


def test_what_was_not_read_is_unknown_and_not_none(school: Directory) -> None:
    kabir = school.pupil("c-kabir")

    assert kabir is not None
    assert (kabir.student_code, kabir.parents) == (LEFT_OUT, None)
    assert kabir.seat == Seat("sec-1c", None)
    assert school.pupil("c-nobody") is None
    assert school.guardian("c-nobody") is None


def test_better_fits_come_first_and_students_before_parents() -> None:
    directory = Directory()
    directory.add_roster(
        "s",
        [
            entry("within", "Mananya"),
            entry("start-10", "Anan 10"),
            entry("word", "Diya Anan"),
            entry("start-9", "Anan 9"),
            entry("whole", "ANAN"),
        ],
    )
    directory.add_parents("whole", [parent("parent-whole", "Anan"), parent("parent-word", "Mrs Anan")])

    assert ids(directory.search("anan")) == [
        "whole",
        "parent-whole",
        "start-9",
        "start-10",
        "word",
        "parent-word",
        "within",
    ]
    assert ids(directory.search("anan", most=2)) == ["whole", "parent-whole"]


def test_those_without_a_name_come_after_those_with_one() -> None:
    directory = Directory()
    directory.add_roster("s", [entry("b", LEFT_OUT, "7"), entry("a", "Zoya", "7")])

    assert ids(directory.search("7")) == ["a", "b"]


def test_a_roster_read_again_forgets_who_left(school: Directory) -> None:
    school.add_roster("sec-1c", [entry("c-new", "Kabir Rao")])
    assert ids(school.search("kabir")) == ["c-new"]

    school.add_roster("sec-8b", [])
    aarav = school.pupil("c-aarav")
    assert aarav is not None
    assert aarav.seats == ()
    assert ids(school.search("aarav")) == ["c-aarav"]


def test_a_renamed_student_is_found_by_the_new_name_only(school: Directory) -> None:
    school.add_roster("sec-5a", [entry("c-diya", "Diya Verma")])

    assert ids(school.search("diya verma")) == ["c-diya"]
    assert school.search("दीया") == ()


def test_a_student_in_two_sections_is_one_person(school: Directory) -> None:
    school.add_roster("sec-5z", [entry("c-diya", "दीया शर्मा", "31")])

    (found,) = school.search("दीया")
    assert isinstance(found.person, Pupil)
    assert found.person.seats == (Seat("sec-5a", "7"), Seat("sec-5z", "31"))
    assert ids(school.search("31")) == ["c-diya"]


def test_a_record_alone_is_enough_to_be_found_and_seated() -> None:
    directory = Directory()
    directory.add_student(
        Student(
            contact_id="c-1",
            first_name="Zoya",
            last_name=None,
            student_code="SV-1",
            current_enrolment=CurrentEnrolment(class_id="cls", section_id="sec-9z"),
        )
    )

    (found,) = directory.search("zoya")
    assert found.person == Pupil("c-1", "Zoya", "SV-1", (Seat("sec-9z", LEFT_OUT),))


def test_both_names_of_a_student_are_found_where_roster_and_record_differ(school: Directory) -> None:
    school.add_student(Student(contact_id="c-diya", first_name="Diya", last_name="Sharma"))

    assert ids(school.search("दीया")) == ids(school.search("diya")) == ["c-diya"]
    assert school.pupil("c-diya") == Pupil(
        "c-diya", "दीया शर्मा", LEFT_OUT, (Seat("sec-5a", "7"),), parents=(MEERA,)
    )


def test_what_a_school_says_differently_beside_each_child_is_all_found() -> None:
    directory = Directory()
    directory.add_parents("b", [parent("p", "M. Sharma", None, "98100 00002")])
    directory.add_parents("a", [parent("p", "Meera", "meera@example.com")])

    for typed in ("m. sharma", "meera", "9810000002"):
        assert ids(directory.search(typed)) == ["p"]
    guardian = directory.guardian("p")
    assert guardian is not None
    assert (guardian.name, guardian.email, guardian.mobile) == ("Meera", "meera@example.com", "98100 00002")


def test_no_address_and_an_address_not_told_are_two_things() -> None:
    directory = Directory()
    directory.add_parents("a", [Parent(parent_contact_id="p"), parent("q")])

    p, q = directory.guardian("p"), directory.guardian("q")
    assert p is not None
    assert q is not None
    assert (p.name, p.email, p.mobile) == (LEFT_OUT, LEFT_OUT, LEFT_OUT)
    assert (q.name, q.email, q.mobile) == (LEFT_OUT, None, None)


def test_everybody_is_counted_once(school: Directory) -> None:
    assert (school.students, school.parents) == (4, 3)
    school.add_parents("c-anna", [])
    assert (school.students, school.parents) == (4, 2)
    assert school.search("john") == ()


NAMES = st.text("aAb é-शदी़.", max_size=6)
PERSONS = st.tuples(
    NAMES,
    st.none() | st.text("0128-", max_size=3),
    NAMES,
    st.none() | st.sampled_from(["9810000001", "+91 98100 00001", "0981 000 0002", "98100 00002/9810000001"]),
)
TYPED = (
    NAMES | st.text("0128", max_size=5) | st.sampled_from(["98100", "+919810000001", "0981", "a b", "c-2"])
)
Person = tuple[str, str | None, str, str | None]


def read_into(directory: Directory, number: int, person: Person) -> None:
    """One student in a section of their own, with one parent."""
    name, roll, parents_name, phone = person
    directory.add_parents(f"c-{number}", [parent(f"p-{number}", parents_name, None, phone)])
    directory.add_roster(f"s-{number}", [entry(f"c-{number}", name, roll)])


def fits(typed: str, fields: list[str | None], phone: str | None = None) -> bool:
    """Whether every word is in some field, or the whole is a phone number: the slow and obvious way."""
    numbers = numbers_in(phone or "")

    def has_number(text: str) -> bool:
        return any(digits in number for digits in Needle.of(text).phone for number in numbers)

    def has(word: str) -> bool:
        return any(word in folded(field) for field in fields if field) or has_number(word)

    words = folded(typed).split()
    return bool(words) and (all(has(word) for word in words) or has_number(typed))


@given(st.lists(PERSONS, max_size=7), TYPED)
def test_whoever_the_slow_way_finds_is_found_at_every_moment(people: list[Person], typed: str) -> None:
    directory = Directory()
    expected: set[str] = set()
    for number, person in enumerate(people):
        read_into(directory, number, person)
        name, roll, parents_name, phone = person
        if fits(typed, [name, roll]) or typed.strip() == f"c-{number}":
            expected.add(f"c-{number}")
        if fits(typed, [parents_name], phone):
            expected.add(f"p-{number}")

        found = ids(directory.search(typed))

        assert sorted(found) == sorted(expected)


@given(st.permutations(range(6)), st.lists(PERSONS, min_size=6, max_size=6), TYPED)
def test_the_order_of_reading_and_reading_twice_make_no_difference(
    order: list[int], people: list[Person], typed: str
) -> None:
    once, again = Directory(), Directory()
    for number in range(6):
        read_into(once, number, people[number])
    for number in (*order, *order[:3]):
        read_into(again, number, people[5 - number])
        again.search(typed)
    for number in order:
        read_into(again, number, people[number])

    assert again.search(typed) == once.search(typed)
