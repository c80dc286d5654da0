"""Panels asked what they would show, without a terminal around them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from optilearn_tui.api.overview import Overview
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panels.overview_part import OverviewPanel

if TYPE_CHECKING:
    from optilearn_tui.tui.panel import Panel
    from optilearn_tui.tui.styled import Styled

INDIA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)

T = TypeVar("T")


def noon() -> datetime:
    """Wednesday, 15 April 2026, 12:00 in India."""
    return NOON


def answered(panel: OverviewPanel[T], **overview: object) -> OverviewPanel[T]:
    """The panel after an overview (keys as on the wire) has been read."""
    reading = Reading(Overview.model_validate(overview), NOON)
    panel.set_reactive(OverviewPanel.zoomed, False)
    panel.set_reactive(OverviewPanel.overview, Feed("c-1", reading))
    return panel


def forms(panel: Panel, width: int = 38) -> list[str]:
    """Each form the panel has, fullest first, as text."""
    return ["\n".join(line.plain.rstrip() for line in lines).rstrip() for lines in panel.forms(width)]


def lines(panel: Panel, width: int = 38) -> list[Styled]:
    """The fullest form, with its colours."""
    return list(next(iter(panel.forms(width))))


def style_of(content: Styled, words: str) -> str:
    """The style names that lie on these words."""
    start = content.plain.index(words)
    return " ".join(str(span.style) for span in content.spans if span.start <= start < span.end)
