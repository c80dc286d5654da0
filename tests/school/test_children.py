"""The order of the switcher, and finding a child by what a person types."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.children import Child
from optilearn_tui.school.children import matching, switcher_order

AARAV = Child(contact_id="c-aarav", name="Aarav Sharma", student_code="RPS-0801", is_primary=False)
DIYA = Child(contact_id="c-diya", name="दीया शर्मा", student_code="RPS-0502", is_primary=True)
KABIR = Child(contact_id="c-kabir", name="Kabir [KD] Sharma [/]")
ZOYA = Child(contact_id="c-zoya", name="ज़ोया ख़ान (Zoya Khan)", student_code="SV-0012")
FAMILY = (AARAV, DIYA, KABIR)


def test_the_primary_child_comes_first_and_the_rest_as_the_server_sent_them() -> None:
    assert switcher_order(FAMILY) == (DIYA, AARAV, KABIR)


def test_without_a_primary_child_the_servers_order_stays() -> None:
    assert switcher_order((KABIR, AARAV)) == (KABIR, AARAV)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("c-aarav", AARAV),
        ("rps-0801", AARAV),
        ("AARAV", AARAV),
        (" aarav   sharma ", AARAV),
        ("दीया", DIYA),
        (unicodedata.normalize("NFD", "दीया शर्मा"), DIYA),
        ("शर्\u200dमा", DIYA),
        ("दीया शर्मा", DIYA),
        ("जोया", ZOYA),
        ("zoya", ZOYA),
        ("[kd]", KABIR),
        ("[/]", KABIR),
    ],
)
def test_a_child_is_found_by_id_code_or_part_of_the_name(text: str, found: Child) -> None:
    assert matching((*FAMILY, ZOYA), text) == (found,)


def test_an_ambiguous_part_finds_everyone_it_may_mean() -> None:
    assert matching(FAMILY, "sharma") == (AARAV, KABIR)


@pytest.mark.parametrize("text", ["", "  ", "\u200d", "nobody", "C-AARAV"])
def test_text_that_means_no_child_finds_none(text: str) -> None:
    assert matching(FAMILY, text) == ()


def test_a_whole_name_is_not_ambiguous_because_another_contains_it() -> None:
    ann, anna = Child(contact_id="1", name="Ann"), Child(contact_id="2", name="Anna")

    assert matching((anna, ann), "ann") == (ann,)


@given(st.lists(st.text(max_size=6), min_size=1, max_size=5), st.data())
def test_a_child_is_always_found_by_its_own_id(names: list[str], data: st.DataObject) -> None:
    family = [Child(contact_id=f"id-{number}", name=name) for number, name in enumerate(names)]
    child = data.draw(st.sampled_from(family))

    assert matching(family, child.contact_id) == (child,)


@given(st.lists(st.booleans(), max_size=6))
def test_the_switcher_loses_no_child(primary: list[bool]) -> None:
    family = [Child(contact_id=str(number), is_primary=first) for number, first in enumerate(primary)]

    assert set(switcher_order(family)) == set(family)
    assert switcher_order(switcher_order(family)) == switcher_order(family)
