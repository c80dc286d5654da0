"""In which order parents are called."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.parents import Parent
from optilearn_tui.school.parents import in_contact_order


def parent(id_: str, *, primary: bool | Unknown) -> Parent:
    return Parent(parent_contact_id=id_, is_primary=primary)


def test_the_primary_contact_is_called_first_and_the_others_as_the_school_lists_them() -> None:
    listed = [parent("a", primary=False), parent("b", primary=LEFT_OUT), parent("c", primary=True)]

    assert [each.parent_contact_id for each in in_contact_order(listed)] == ["c", "a", "b"]
