"""Plain text for staff: in both languages, nothing drawn, none and unknown never alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.export.plain.classes import classes
from optilearn_tui.export.plain.gaps import gaps
from optilearn_tui.export.plain.roster import roster
from optilearn_tui.export.plain.search_result import search_result
from optilearn_tui.export.plain.student import student
from optilearn_tui.export.plain.targeting import targeting
from optilearn_tui.i18n import Language, use
from tests.export.dossiers import KOLKATA, NOON
from tests.export.staff_papers import (
    CLASSES,
    EMPTY,
    GAPS,
    RICH,
    ROSTER,
    UNKNOWN,
    found,
    of_a_class,
    of_a_section,
    of_a_student,
    of_the_school,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

PAPERS: dict[str, Callable[[], str]] = {
    "classes": lambda: classes(CLASSES),
    "no classes": lambda: classes(()),
    "roster": lambda: roster(ROSTER, "8-B", NOON, KOLKATA),
    "empty roster": lambda: roster((), "9-D", NOON, KOLKATA),
    "student": lambda: student(RICH),
    "student with nothing": lambda: student(EMPTY),
    "student nothing is known of": lambda: student(UNKNOWN),
    "found": lambda: search_result(found("rao")),
    "found by phone": lambda: search_result(found("5000010001")),
    "found nameless": lambda: search_result(found("c-who")),
    "nobody found": lambda: search_result(found("zzz")),
    "gaps": lambda: "\n".join(gaps(GAPS, lambda _, id_: id_)),
    "one gap": lambda: "\n".join(gaps(GAPS[:2], lambda _, id_: id_)),
    "targeting": lambda: targeting(of_the_school(), NOON),
    "targeting of a class": lambda: targeting(of_a_class(), NOON),
    "targeting of a section": lambda: targeting(of_a_section(), NOON),
    "targeting of a student": lambda: targeting(of_a_student(RICH), NOON),
    "targeting of a student in no class": lambda: targeting(of_a_student(EMPTY), NOON),
    "targeting of a student nothing is known of": lambda: targeting(of_a_student(UNKNOWN), NOON),
}


THE_SCHOOLS_OWN = {"AUNT"}
"""Words that only the school knows stay as they are."""


def labels(text: str) -> set[str]:
    return {line.partition(":")[0] for line in text.splitlines() if ":" in line} - THE_SCHOOLS_OWN


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English before and after each test."""
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("paper", list(PAPERS))
def test_what_staff_read(paper: str, language: Language, snapshot: SnapshotAssertion) -> None:
    use(language)

    assert PAPERS[paper]() == snapshot


@pytest.mark.parametrize("paper", list(PAPERS))
def test_nothing_is_drawn(paper: str) -> None:
    text = PAPERS[paper]()

    assert not any("\u2500" <= character <= "\u259f" for character in text)
    assert all(line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("paper", list(PAPERS))
def test_no_english_label_is_left_in_hindi(paper: str) -> None:
    english = labels(PAPERS[paper]())
    use(Language.HI)

    assert not english & labels(PAPERS[paper]())
