"""What is known of the students of one roster beyond the roster itself: their records, their parents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.reading import Reading

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.tui.staff.unread import Answer

T = TypeVar("T")


class Details:
    """Answers by contact id, about the students of the section that is looked at.

    Attributes:
        students: each student's own record.
        parents: each student's parents, as the school lists them.
    """

    def __init__(self) -> None:
        self.students: dict[str, Answer[Student]] = {}
        self.parents: dict[str, Answer[tuple[Parent, ...]]] = {}

    def clear(self) -> None:
        """Nothing is known any more."""
        self.students.clear()
        self.parents.clear()

    def take_students(self, swept: Iterable[Swept[str, Student]]) -> None:
        """What became of the questions about some records. An older answer outlives a newer failure."""
        _update(self.students, swept)

    def take_parents(self, swept: Iterable[Swept[str, tuple[Parent, ...]]]) -> None:
        """What became of the questions about some students' parents, likewise."""
        _update(self.parents, swept)

    def code(self, contact_id: str) -> str:
        """One student's code, to search by; empty where it is not known."""
        answer = self.students.get(contact_id)
        code = answer.value.student_code if isinstance(answer, Reading) else None
        return code if isinstance(code, str) else ""


def _update(answers: dict[str, Answer[T]], swept: Iterable[Swept[str, T]]) -> None:
    for each in swept:
        if isinstance(each.outcome, Reading) or not isinstance(answers.get(each.key), Reading):
            answers[each.key] = each.outcome
