"""Everything the two services know about one school on one day, as the objects they answer with."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.wire import Row


@dataclass(slots=True)
class Register:
    """One school's data in plain dictionaries; what a test changes here, the next answer tells.

    Most of it stands on shelves (`shelf.Shelf`) that make the rows of most pupils when they are asked for: to
    change one of those for good, put the changed row there.

    Attributes:
        institution: `id, name, slug, logoUrl`.
        contacts: row 1 of PLATFORM.md §5 by contact id: pupils and parents.
        students: row 2 by contact id.
        users: row 4 by user id.
        children: row 9 by the parent's contact id, in the order of the server's list.
        overviews: the overview without `child` (§6) by the contact id of the pupils whose parents sign in.
        fees: row 7 by contact id; a pupil without a record is missing.
        attendance: row 8 by contact id, the earliest day first.
        classes: row 5 by class id.
        rosters: row 6 by section id.
        parents: row 3 by the pupil's contact id, in the order of the server's list.
        courses: the catalogue (§6) by course id.
        announcements: those of a course (§6) by course id.
        enrollments: those in a course (§6) by course id; their rows are made each time they are read.
    """

    institution: Row
    contacts: MutableMapping[str, Row] = field(default_factory=dict)
    students: MutableMapping[str, Row] = field(default_factory=dict)
    users: MutableMapping[str, Row] = field(default_factory=dict)
    children: MutableMapping[str, list[Row]] = field(default_factory=dict)
    overviews: MutableMapping[str, Row] = field(default_factory=dict)
    fees: MutableMapping[str, Row] = field(default_factory=dict)
    attendance: MutableMapping[str, list[Row]] = field(default_factory=dict)
    classes: MutableMapping[str, Row] = field(default_factory=dict)
    rosters: MutableMapping[str, list[Row]] = field(default_factory=dict)
    parents: MutableMapping[str, list[Row]] = field(default_factory=dict)
    courses: MutableMapping[str, Row] = field(default_factory=dict)
    announcements: MutableMapping[str, list[Row]] = field(default_factory=dict)
    enrollments: MutableMapping[str, Sequence[Row]] = field(default_factory=dict)

    def children_of(self, parent_id: object) -> dict[str, Row]:
        """The children linked to a parent at this moment, by contact id; resolved anew for each question."""
        rows = self.children.get(str(parent_id), [])
        return {str(row["contactId"]): row for row in rows}
