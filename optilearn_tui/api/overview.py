"""Everything OptiLearn tells of one child in one answer."""

from __future__ import annotations

from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.children import Child
from optilearn_tui.api.courses import Course
from optilearn_tui.api.gamification import Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import LEFT_OUT, Maybe, Record
from optilearn_tui.api.upcoming import Assignment


class Overview(Record, frozen=True):
    """One child's overview (PLATFORM.md §6): a part left out is `Unknown`, an empty one is `()`."""

    child: Maybe[Child] = LEFT_OUT
    courses: Maybe[tuple[Course, ...]] = LEFT_OUT
    recent_grades: Maybe[tuple[Grade, ...]] = LEFT_OUT
    upcoming: Maybe[tuple[Assignment, ...]] = LEFT_OUT
    live_classes: Maybe[LiveClasses] = LEFT_OUT
    gamification: Maybe[Gamification] = LEFT_OUT
    certificates: Maybe[tuple[Certificate, ...]] = LEFT_OUT
