"""A student's parents, whom to call first on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.parents import in_contact_order
from optilearn_tui.tui.columns import Lines, detail, prose, spread, table
from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.facts.facts import Facts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import QUIET, good, quiet, strong
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Ask, Question, Rhythm
from optilearn_tui.tui.staff.people import parent_name, relation_words
from optilearn_tui.tui.standing import Standing, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.parents import Parent

Parents = tuple["Parent", ...]


class ParentsFacts(Facts):
    """The parents in the order in which to call them.

    Attributes:
        feed: what is known of them.
    """

    TITLE: ClassVar[str] = N_("Parents")
    ROOM: ClassVar[str] = "parents"

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.feed: Feed[Parents] = Feed()

    @override
    def feeds(self) -> Sequence[Standing]:
        return (self.feed,)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        return told(self.feed, width, lambda parents: self._forms_of(parents, width))

    def _forms_of(self, parents: Parents, width: int) -> Iterator[Lines]:
        if not parents:
            yield prose(width, tr("The school lists no parent of this student."), QUIET)
            return
        ordered = in_contact_order(parents)
        yield [line for parent in ordered for line in (*_in_full(parent, width), Styled())]
        yield [line for parent in ordered for line in _in_full(parent, width)]
        yield [line for parent in ordered for line in _in_two_lines(parent, width)]
        yield table(
            width, [[Styled(parent_name(each)) + " " + _mark(each), _phone(each)] for each in ordered]
        )


class ParentsPanel(Panel):
    """The parents, which it asks for by itself."""

    facts: ParentsFacts

    subject: var[str | None] = var(None)
    """Contact id of the student. Bind it to the card's."""

    def __init__(self, facts: ParentsFacts, ask: Ask[str, Parents], *, rhythm: Rhythm) -> None:
        super().__init__(facts)
        self._question: Question[str, Parents] = Question(
            self, ask, self.hear, rhythm=rhythm, clock=facts.clock, name="parents"
        )

    def again(self) -> None:
        """Ask for the parents again."""
        self._question.again()

    def watch_subject(self, subject: str | None) -> None:
        """Another student: their parents."""
        self._question.about(subject)

    def hear(self, feed: Feed[Parents]) -> None:
        """Show what is known now."""
        self.facts.feed = feed
        self.redraw()


def _in_full(parent: Parent, width: int) -> Lines:
    return [
        spread(width, strong(parent_name(parent)), quiet(_relation(parent))),
        spread(width, Styled("  ") + _phone(parent), _first(parent)),
        crop(Styled("  ") + _email(parent), width),
    ]


def _in_two_lines(parent: Parent, width: int) -> Lines:
    relation = Styled(" ").join(part for part in (quiet(_relation(parent)), _mark(parent)) if part)
    return [
        spread(width, strong(parent_name(parent)), relation),
        detail(width, " · ".join(part.plain for part in (_phone(parent), _email(parent)))),
    ]


def _relation(parent: Parent) -> str:
    relation = relation_words(parent)
    return tr("relation not known") if isinstance(relation, Unknown) else relation or ""


def _first(parent: Parent) -> Styled:
    return good(tr("✓ first contact")) if parent.is_primary is True else Styled()


def _mark(parent: Parent) -> Styled:
    return good("✓") if parent.is_primary is True else Styled()


def _phone(parent: Parent) -> Styled:
    if isinstance(parent.mobile, Unknown):
        return quiet(tr("phone not known"))
    return Styled(parent.mobile) if parent.mobile else quiet(tr("no phone"))


def _email(parent: Parent) -> Styled:
    if isinstance(parent.email, Unknown):
        return quiet(tr("e-mail not known"))
    return quiet(parent.email or tr("no e-mail"))
