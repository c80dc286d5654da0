"""Everything the two services know about one school on one day, as the objects they answer with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.wire import Row


@dataclass(slots=True)
class Register:
    """One school's data in plain dictionaries; what a test changes here, the next answer tells.

    Attributes:
        institution: `id, name, slug, logoUrl`.
        contacts: row 1 of PLATFORM.md §5 by contact id: pupils and parents.
        students: row 2 by contact id.
        users: row 4 by user id.
        children: row 9 by the parent's contact id, in the order of the server's list.
        overviews: the overview without `child` (§6) by the pupil's contact id.
        fees: row 7 by contact id; a pupil without a record is missing.
        attendance: row 8 by contact id, the earliest day first.
    """

    institution: Row
    contacts: dict[str, Row] = field(default_factory=dict)
    students: dict[str, Row] = field(default_factory=dict)
    users: dict[str, Row] = field(default_factory=dict)
    children: dict[str, list[Row]] = field(default_factory=dict)
    overviews: dict[str, Row] = field(default_factory=dict)
    fees: dict[str, Row] = field(default_factory=dict)
    attendance: dict[str, list[Row]] = field(default_factory=dict)

    def children_of(self, parent_id: object) -> dict[str, Row]:
        """The children linked to a parent at this moment, by contact id; resolved anew for each question."""
        rows = self.children.get(str(parent_id), [])
        return {str(row["contactId"]): row for row in rows}
