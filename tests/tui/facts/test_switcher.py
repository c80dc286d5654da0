"""The line of the children: where each name stands in it."""

from __future__ import annotations

from optilearn_tui.api.children import Child
from optilearn_tui.tui.facts.switcher import switcher_row

FAMILY = tuple(Child(contact_id=f"c-{n}", name=f"दीया {n}", class_name="5") for n in range(12))


def test_every_name_stands_where_its_place_says() -> None:
    for chosen in ("c-0", "c-6", "c-11"):
        line, places = switcher_row(FAMILY, chosen, 70)
        assert chosen in {place.contact_id for place in places}
        for start, end, contact_id in places:
            before = next(n for n in range(len(line.plain) + 1) if line[:n].cell_length == start)
            name = next(child.name for child in FAMILY if child.contact_id == contact_id)
            assert str(name) in line[before:].plain[: end - start]


def test_an_only_child_and_no_child_cannot_be_chosen() -> None:
    assert switcher_row((), None, 70).places == ()
    assert switcher_row(FAMILY[:1], "c-0", 70).places == ()
