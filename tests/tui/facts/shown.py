"""Facts asked what they would say, without a terminal around them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from optilearn_tui.api.overview import Overview
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from optilearn_tui.tui.facts.facts import Facts
    from optilearn_tui.tui.facts.overview_facts import OverviewFacts
    from optilearn_tui.tui.styled import Styled

INDIA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)

T = TypeVar("T")


def noon() -> datetime:
    """Wednesday, 15 April 2026, 12:00 in India."""
    return NOON


def answered(facts: OverviewFacts[T], **overview: object) -> OverviewFacts[T]:
    """The facts after an overview (keys as on the wire) has been read."""
    facts.overview = Feed("c-1", Reading(Overview.model_validate(overview), NOON))
    return facts


def forms(facts: Facts, width: int = 38) -> list[str]:
    """Each form the facts have, fullest first, as text."""
    return ["\n".join(line.plain.rstrip() for line in lines).rstrip() for lines in facts.forms(width)]


def lines(facts: Facts, width: int = 38) -> list[Styled]:
    """The fullest form, with its colours."""
    return list(next(iter(facts.forms(width))))


def style_of(content: Styled, words: str) -> str:
    """The style names that lie on these words."""
    start = content.plain.index(words)
    return " ".join(str(span.style) for span in content.spans if span.start <= start < span.end)
