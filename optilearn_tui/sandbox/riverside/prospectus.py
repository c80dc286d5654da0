"""Riverside Public School at the size of a small town: 27 sections in ten classes, one of them empty."""

from optilearn_tui.sandbox.prospectus import Prospectus, SchoolClass
from optilearn_tui.sandbox.riverside.announcements import ANNOUNCEMENTS
from optilearn_tui.sandbox.riverside.catalogue import COURSES

_CLASSES = (
    SchoolClass("1", {"A": 31, "B": 29, "C": 30}),
    SchoolClass("2", {"A": 33, "B": 32}),
    SchoolClass("3", {"A": 28, "B": 30, "C": 27}),
    SchoolClass("4", {"A": 35, "B": 34}),
    SchoolClass("5", {"A": 32, "B": 36}),
    SchoolClass("6", {"A": 30, "B": 31, "C": 28}),
    SchoolClass("7", {"A": 38, "B": 37}),
    SchoolClass("8", {"A": 34, "B": 36, "C": 33}),
    SchoolClass("9", {"A": 29, "B": 30, "C": 31, "D": 0}),
    SchoolClass("10", {"A": 40, "B": 39, "C": 25}),
)

PROSPECTUS = Prospectus(
    classes=_CLASSES,
    courses=COURSES,
    announcements=ANNOUNCEMENTS,
    code="RPS",
    hindi=20,
    without_parents=frozenset({"c-8-B-06"}),
)
