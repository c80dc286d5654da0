"""Springdale Vidyalaya: six classes, most of them taught in Hindi."""

from optilearn_tui.sandbox.prospectus import Prospectus, SchoolClass
from optilearn_tui.sandbox.springdale.catalogue import ANNOUNCEMENTS, COURSES

_CLASSES = (
    SchoolClass("4", {"अ": 27, "ब": 26}),
    SchoolClass("5", {"अ": 30, "ब": 28}),
    SchoolClass("6", {"अ": 31}),
    SchoolClass("7", {"अ": 33, "ब": 29}),
    SchoolClass("8", {"अ": 26}),
    SchoolClass("9", {"अ": 32, "ब": 25, "C": 30}),
)

PROSPECTUS = Prospectus(
    classes=_CLASSES, courses=COURSES, announcements=ANNOUNCEMENTS, code="SPV", hindi=85, rolls_as_text=True
)
