"""What a child is called."""

from __future__ import annotations

from optilearn_tui.api.children import Child
from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.names import class_of, name_of


def test_a_missing_name_is_student_in_the_persons_language() -> None:
    child = Child.model_validate({"contactId": "c-1"})
    assert name_of(child) == "Student"
    use(Language.HI)
    try:
        assert name_of(child) == "विद्यार्थी"
    finally:
        use(Language.EN)
    assert (
        name_of(Child.model_validate({"contactId": "c-1", "name": "Kabir [KD] Sharma [/]"}))
        == "Kabir [KD] Sharma [/]"
    )


def test_class_and_section_are_said_together_as_far_as_they_are_known() -> None:
    assert class_of(Child.model_validate({"contactId": "c-1", "class": "8", "section": "B"})) == "8-B"
    assert class_of(Child.model_validate({"contactId": "c-1", "class": "8", "section": None})) == "8"
    assert class_of(Child.model_validate({"contactId": "c-1"})) == ""
