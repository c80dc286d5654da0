"""The answers that only staff ask for. Nobody else's start has to wait until all this is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.announcements import announcements
from optilearn_tui.sandbox.catalogue import catalogue
from optilearn_tui.sandbox.classes import classes
from optilearn_tui.sandbox.enrollments import enrollments
from optilearn_tui.sandbox.parents import parents
from optilearn_tui.sandbox.rosters import roster

if TYPE_CHECKING:
    from optilearn_tui.sandbox.desk import Answer

ANSWERS: dict[str, Answer] = {
    "classes": classes,
    "roster": roster,
    "parents": parents,
    "courses": catalogue,
    "announcements": announcements,
    "enrollments": enrollments,
}
"""By the name of the part, as in `rights.STAFF_ROOM`."""
