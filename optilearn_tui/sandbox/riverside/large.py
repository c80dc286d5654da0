"""Riverside grown to the size of a district: 500 sections, one of them of 10,000, and 2,000 courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from string import ascii_uppercase

from optilearn_tui.sandbox.announcements import Announcement
from optilearn_tui.sandbox.catalogue import EVERYONE, CatalogueCourse, Targets
from optilearn_tui.sandbox.chance import draw, pick
from optilearn_tui.sandbox.prospectus import Prospectus, SchoolClass
from optilearn_tui.sandbox.riverside.prospectus import PROSPECTUS

COURSES = 2_000
SECTIONS_OF_A_CLASS = 50
OPEN_SCHOOL = ("10", "OPEN", 10_000)
"""The section of those who learn at home: its class, its name, and how many they are."""

_SMALLEST, _LARGEST = 14, 26
"""Pupils in every other section."""
_EMPTY = ("9", "D")
_CLASSES = tuple(each.name for each in PROSPECTUS.classes)
_LETTERS = (*ascii_uppercase, *(f"A{letter}" for letter in ascii_uppercase))

_SUBJECTS = (
    ("Mathematics", "u-teacher"),
    ("Science", "u-siddiqui"),
    ("English", "u-dcosta"),
    ("हिन्दी", "u-joshi"),
    ("Social Science", "u-bose"),
    ("Computing", "u-das"),
    ("Games and Art", "u-rao"),
    ("Environment", "u-iyer"),
    ("संस्कृत", "u-joshi"),
)
_STATUSES = ((80, "PUBLISHED"), (8, "DRAFT"), (4, "REVIEW"), (8, "ARCHIVED"))
_WAYS = (
    (8, "everyone"),
    (36, "class"),
    (32, "sections"),
    (10, "both"),
    (6, "open school"),
    (4, "no longer a class"),
    (3, "no longer a section"),
    (1, "an empty section"),
)
"""How many courses in a hundred are targeted in which way."""


@cache
def prospectus() -> Prospectus:
    """What the grown school has to offer; the courses of the small one come first."""
    wanted = COURSES - len(PROSPECTUS.courses)
    return replace(
        PROSPECTUS,
        classes=tuple(SchoolClass(name, dict(_sections(name))) for name in _CLASSES),
        courses=(*PROSPECTUS.courses, *(_course(number) for number in range(1, wanted + 1))),
        announcements=(*PROSPECTUS.announcements, *(_announcement(n) for n in range(3, wanted + 1, 3))),
    )


def _sections(class_name: str) -> Iterator[tuple[str, int]]:
    has_open = class_name == OPEN_SCHOOL[0]
    for letter in _LETTERS[: SECTIONS_OF_A_CLASS - has_open]:
        size = _SMALLEST + draw(_LARGEST - _SMALLEST + 1, class_name, letter, "size")
        yield letter, 0 if (class_name, letter) == _EMPTY else size
    if has_open:
        yield OPEN_SCHOOL[1], OPEN_SCHOOL[2]


def _course(number: int) -> CatalogueCourse:
    seed = f"course {number}"
    subject, teacher = _SUBJECTS[draw(len(_SUBJECTS), seed, "subject")]
    return CatalogueCourse(
        f"g-{number:04}",
        f"{subject} {number:04}",
        teacher,
        _targets(seed),
        pick(_STATUSES, seed, "status"),
    )


def _announcement(number: int) -> Announcement:
    seed = f"announcement {number}"
    return Announcement(
        f"g-{number:04}", f"Notice {number:04}", "Please read.", draw(60, seed), _targets(seed)
    )


def _targets(seed: str) -> Targets:
    class_name = _CLASSES[draw(len(_CLASSES), seed, "class")]
    sections = tuple(_section(seed, str(number)) for number in range(1 + draw(4, seed, "sections")))
    ways = {
        "everyone": EVERYONE,
        "class": Targets(classes=(class_name,)),
        "sections": Targets(sections=sections),
        "both": Targets((class_name,), sections),
        "open school": Targets(sections=("-".join(OPEN_SCHOOL[:2]),)),
        "no longer a class": Targets(classes=("12",)),
        "no longer a section": Targets(sections=(f"{class_name}-ZZ",)),
        "an empty section": Targets(sections=("-".join(_EMPTY),)),
    }
    return ways[pick(_WAYS, seed, "way")]


def _section(*seed: str) -> str:
    class_name = _CLASSES[draw(len(_CLASSES), *seed, "its class")]
    return f"{class_name}-{_LETTERS[draw(SECTIONS_OF_A_CLASS - 1, *seed, 'letter')]}"
