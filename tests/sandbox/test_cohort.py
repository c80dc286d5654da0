"""The pupils a school makes up: for any number of seats families hold together, and nobody is there twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from optilearn_tui.sandbox.cohort import Cohort
from optilearn_tui.sandbox.prospectus import SchoolClass
from optilearn_tui.sandbox.riverside import RIVERSIDE, large_prospectus
from optilearn_tui.sandbox.seating import Seating

SIZES = st.lists(st.lists(st.integers(0, 30), max_size=3), min_size=1, max_size=6)


def cohort_of(sizes: list[list[int]]) -> Cohort:
    """A cohort of classes with sections of these sizes, and nobody of the school's own tables."""
    classes = tuple(
        SchoolClass(str(number), {f"S{place}": size for place, size in enumerate(sections)})
        for number, sections in enumerate(sizes, 1)
    )
    prospectus = replace(RIVERSIDE.prospectus(), classes=classes)
    school = replace(RIVERSIDE, pupils=(), prospectus=lambda: prospectus)
    return Cohort(prospectus, Seating(school))


@given(sizes=SIZES)
@settings(max_examples=40, deadline=None)
def test_in_a_school_of_any_size_everybody_is_there_once(sizes: list[list[int]]) -> None:
    cohort = cohort_of(sizes)
    pupils = [cohort.pupil(contact_id) for contact_id in cohort.pupil_ids()]
    assert len({pupil.contact_id for pupil in pupils if pupil}) == sum(map(sum, sizes))
    assert len({pupil.code for pupil in pupils if pupil}) == len(pupils)


@given(sizes=SIZES)
@settings(max_examples=40, deadline=None)
def test_in_a_school_of_any_size_brothers_and_sisters_have_the_same_parents(sizes: list[list[int]]) -> None:
    cohort = cohort_of(sizes)
    for contact_id in cohort.pupil_ids():
        parents = cohort.parents_of(contact_id) or ()
        for parent in parents:
            assert cohort.parent(parent.contact_id) == parent
            children = [link.contact_id for link in parent.links]
            assert contact_id in children
            assert all(cohort.parents_of(child) == parents for child in children)


@given(sizes=SIZES)
@settings(max_examples=20, deadline=None)
def test_a_family_is_found_from_the_list_of_all_parents_exactly_once(sizes: list[list[int]]) -> None:
    cohort = cohort_of(sizes)
    parents = list(cohort.parent_ids())
    assert len(set(parents)) == len(parents)
    of_pupils = {
        parent.contact_id for pupil in cohort.pupil_ids() for parent in cohort.parents_of(pupil) or ()
    }
    assert set(parents) == of_pupils


def test_in_the_large_school_a_sibling_shares_the_family_name() -> None:
    school = replace(RIVERSIDE, prospectus=large_prospectus)
    cohort = Cohort(large_prospectus(), Seating(school))
    parent = cohort.parent("c-1-A-04-mother") or cohort.parent("c-1-A-04-father")
    assert parent is not None
    children = [cohort.pupil(link.contact_id) for link in parent.links]
    assert len(children) > 1
    assert len({pupil.class_name for pupil in children if pupil}) == len(children)
