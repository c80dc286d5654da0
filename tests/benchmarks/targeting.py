"""How long a whole school's targeting takes: the index, every head count, and one student's answer.

    python -m tests.benchmarks.targeting [--courses 2000] [--students 10000] [--sections 500] [--rounds 9]

Reported are medians and the slowest of the rounds, for a school as schools are (a few targets a course, some
courses for everyone) and for one as bad as it gets (every course names every section).
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Enrolment
from optilearn_tui.school.targeting_index import TargetingIndex

_NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
_SECTIONS_A_CLASS = 5


def _time(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def _report(what: str, times: list[float]) -> None:
    print(f"  {what:<34}{statistics.median(times):10.3f} ms  (slowest {max(times):.3f})")


def _course(number: int, classes: list[str], sections: list[str]) -> CatalogueCourse:
    return CatalogueCourse(
        id=f"course-{number}",
        status="PUBLISHED",
        target_class_ids=tuple(classes),
        target_section_ids=tuple(sections),
    )


def _usual(chance: random.Random, number: int, classes: list[str], sections: list[str]) -> CatalogueCourse:
    kind = number % 4
    return _course(
        number,
        chance.sample(classes, min(3, len(classes))) if kind in {1, 3} else [],
        chance.sample(sections, min(8, len(sections))) if kind in {2, 3} else [],
    )


def _measure(name: str, courses: list[CatalogueCourse], asked: argparse.Namespace) -> None:
    sections = [f"section-{number}" for number in range(asked.sections)]
    classes = tuple(
        SchoolClass(
            id=f"class-{start // _SECTIONS_A_CLASS}",
            sections=tuple(Section(id=each) for each in sections[start : start + _SECTIONS_A_CLASS]),
        )
        for start in range(0, asked.sections, _SECTIONS_A_CLASS)
    )
    rosters = {
        section: tuple(
            RosterEntry(student_contact_id=f"student-{number}")
            for number in range(start, asked.students, asked.sections)
        )
        for start, section in enumerate(sections)
    }

    def built() -> TargetingIndex:
        return TargetingIndex(courses, Structure(classes, rosters), _NOW)

    def counted(index: TargetingIndex) -> int:
        return sum(index.audience(course).at_least for course in courses)

    print(f"{name}: {len(courses)} courses, {asked.students} students, {asked.sections} sections")
    _report("index and every head count", [_time(lambda: counted(built())) for _ in range(asked.rounds)])
    index = built()
    seats = [index.structure.enrolment_in(section) for section in sections]
    _report("one student's answer", [_time(partial(index.sights, seat)) for seat in seats])
    adrift = [Enrolment(seat.class_id, None) for seat in seats]
    _report("... of one without a section", [_time(partial(index.sights, seat)) for seat in adrift])
    _report("one item's overlap with all", [_time(partial(index.overlaps, each)) for each in courses[:99]])


def main() -> None:
    """Measure both schools and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--courses", type=int, default=2_000)
    parser.add_argument("--students", type=int, default=10_000)
    parser.add_argument("--sections", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 - a school to measure, not a secret
    sections = [f"section-{number}" for number in range(asked.sections)]
    classes = [f"class-{number}" for number in range(-(-asked.sections // _SECTIONS_A_CLASS))]
    _measure("usual", [_usual(chance, n, classes, sections) for n in range(asked.courses)], asked)
    _measure("worst", [_course(n, classes, sections) for n in range(asked.courses)], asked)


if __name__ == "__main__":
    main()
