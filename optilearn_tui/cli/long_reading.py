"""A command that asks about many things: every answer handed over, every gap kept, progress told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import (
    ApiError,
    MissingServiceKey,
    NotSignedIn,
    ServiceKeyRefused,
    TimedOut,
    TooManyRequests,
    Unreachable,
)
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.sweep import AT_ONCE, sweep
from optilearn_tui.export.gaps import Gap, Part, Unread
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.api.paging import Pages
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.cli.progress import Progress

T = TypeVar("T")

_SCHOOL_LOST = (NotSignedIn, MissingServiceKey, ServiceKeyRefused, Unreachable, TooManyRequests)
"""What keeps a whole reading from its end, not one question: the command has failed then."""


class LongReading:
    """What is read piece by piece, and what of it could not be.

    Attributes:
        gaps: what is not known, in the order in which it turned out.
    """

    def __init__(self, progress: Progress) -> None:
        """Nothing is read yet; how far it is will be told on `progress`."""
        self.gaps: list[Gap] = []
        self._progress = progress
        self._told: set[Part] = set()

    async def of_each(
        self,
        part: Part,
        ids: Iterable[str],
        ask: Callable[[str], Awaitable[Reading[T]]],
        take: Callable[[str, T], None],
    ) -> None:
        """Ask about each id, and hand over what is told.

        When the task is cancelled (Ctrl-C), what was not read yet is among the gaps.
        """
        left = dict.fromkeys(ids)
        total, about = len(left), _about(part)
        self._progress.show(about, 0, total)
        try:
            async with aclosing(sweep(tuple(left), ask)) as outcomes:
                async for swept in outcomes:
                    del left[swept.key]
                    if isinstance(swept.outcome, ApiError):
                        self.gaps.append(Gap(part, swept.key, swept.outcome))
                    else:
                        self._told.add(part)
                        take(swept.key, swept.outcome.value)
                    self._progress.show(about, total - len(left), total)
        finally:
            self.gaps += [Gap(part, each, Unread.STOPPED) for each in left]

    async def of_pages(self, part: Part, pages: Pages[T], take: Callable[[Sequence[T]], bool]) -> None:
        """Hand over a listing page by page until `take` says that it has enough.

        Raises:
            ApiError: a page could not be read.
        """
        about = _about(part)
        self._progress.show(about, 0, None)
        async with aclosing(aiter(pages)) as given:
            async for items in given:
                if take(items):
                    return
                self._progress.show(about, pages.read, pages.total if isinstance(pages.total, int) else None)
        if not pages.complete:
            self.gaps.append(Gap(part, None, Unread.INCOMPLETE))

    def note_classes(self, classes: Iterable[SchoolClass]) -> None:
        """Keep which classes do not tell their sections: what sits there cannot be read."""
        self.gaps += [
            Gap(Part.SECTIONS, each.id, each.sections)
            for each in classes
            if isinstance(each.sections, Unknown)
        ]

    @property
    def lost(self) -> ApiError | None:
        """Why the school was lost on the way, so that nothing more was asked; None where it was not.

        As in `api.sweep`, a single time-out says little.
        """
        errors = [gap.why for gap in self.gaps if isinstance(gap.why, ApiError)]
        time_outs = [why for why in errors if isinstance(why, TimedOut)]
        for why in errors:
            if isinstance(why, _SCHOOL_LOST) and (why not in time_outs or len(time_outs) >= AT_ONCE):
                return why
        return None

    def nothing_of(self, part: Part) -> ApiError | None:
        """Why nothing at all of a part could be read; None where something was, or nothing was asked."""
        if part in self._told:
            return None
        errors = (gap.why for gap in self.gaps if gap.part is part)
        return next((why for why in errors if isinstance(why, ApiError)), None)


def _about(part: Part) -> str:
    match part:
        case Part.PARENTS:
            return tr("Reading parents")
        case Part.STUDENT:
            return tr("Reading student records")
        case Part.COURSES:
            return tr("Reading courses")
        case Part.ANNOUNCEMENTS:
            return tr("Reading announcements")
        case _:
            return tr("Reading rosters")
