"""A child's streak, points and badges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.gamification import Badge, Gamification
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import day, day_in_brief
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.days import day_of
from optilearn_tui.school.newest import newest_first
from optilearn_tui.tui.columns import Lines, prose, table
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.mask import veiled
from optilearn_tui.tui.paint import QUIET, accent, quiet, strong
from optilearn_tui.tui.standing import NOT_KNOWN, reason, shown
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview


_ROOM_FOR_YEAR = 40


class GamificationFacts(OverviewFacts[Gamification]):
    """Days in a row with a completed lesson, points, and badges, the newest first."""

    TITLE: ClassVar[str] = N_("Achievements")
    ROOM: ClassVar[str] = "tall"

    @override
    def part(self, overview: Overview) -> Gamification | Unknown:
        return overview.gamification

    @override
    def forms_of(self, value: Gamification, width: int) -> Iterable[Lines]:
        figures = _figures(value, width)
        match value.badges:
            case Unknown() as unknown:
                yield [
                    *figures,
                    Styled(),
                    *prose(width, tr("Badges"), QUIET),
                    *prose(width, reason(unknown)),
                ]
                yield [*figures, quiet(tr("Badges: not known"))]
            case ():
                yield [*figures, Styled(), quiet(tr("No badges yet."))]
                yield [*figures, quiet(tr("No badges yet."))]
            case badges:
                newest = newest_first(badges, lambda badge: badge.earned_at)
                yield [*figures, Styled(), *self._badges(newest, width, in_full=True)]
                yield [*figures, *self._badges(newest, width, in_full=False)]

    def _badges(self, badges: Sequence[Badge], width: int, *, in_full: bool) -> Lines:
        return table(
            width,
            [
                [_badge(each), self._earned(each, in_full=in_full and width >= _ROOM_FOR_YEAR)]
                for each in badges
            ],
        )

    def _earned(self, badge: Badge, *, in_full: bool) -> Styled:
        if not isinstance(badge.earned_at, datetime):
            return quiet(NOT_KNOWN)
        on = day_of(badge.earned_at, self.zone)
        return quiet(day(on) if in_full else day_in_brief(on, day_of(self.now, self.zone)))


def _figures(game: Gamification, width: int) -> Lines:
    longest = shown(game.longest_streak, lambda days: tr("longest {n}", n=number(days)))
    rows = [
        [quiet(tr("Streak")), shown(game.current_streak, lambda n: ntr("{n} day", "{n} days", n)), longest],
        [quiet(tr("Points")), veiled(shown(game.total_points, number)), Styled()],
    ]
    return table(width, [[label, strong(value.plain), rest] for label, value, rest in rows])


def _badge(badge: Badge) -> Styled:
    name = badge.name if isinstance(badge.name, str) else tr("Badge without a name")
    return accent("★ ") + Styled(name)
