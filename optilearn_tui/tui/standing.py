"""How a panel's data stands, in words: on its way, read when, not known and why, what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Protocol, TypeVar

from optilearn_tui.api import errors
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.dates import clock_time, read_at, read_on
from optilearn_tui.tui.columns import Lines, prose
from optilearn_tui.tui.mask import VEIL, is_masked
from optilearn_tui.tui.paint import BAD, QUIET, WARNING, quiet
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.tui.feed import Feed

T = TypeVar("T")

NONE_HERE = "–"
"""Stands where there is really nothing."""
NOT_KNOWN = "?"
"""Stands where a value is unknown."""


class Standing(Protocol):
    """What the state of data is worded from; every `Feed` has it."""

    @property
    def at(self) -> datetime | None:
        """When it was read."""

    @property
    def error(self) -> errors.ApiError | None:
        """Why the last question got no answer."""

    @property
    def loading(self) -> bool:
        """A question is under way."""

    @property
    def saved(self) -> bool:
        """It was kept from earlier, and the school was not asked about it since."""


def shown(value: T | Unknown | None, write: Callable[[T], str]) -> Styled:
    """A value as `write` words it; a dash where there is really none, a question mark where it is unknown."""
    if isinstance(value, Unknown):
        return quiet(NOT_KNOWN)
    return quiet(NONE_HERE) if value is None else Styled(write(value))


def reason(unknown: Unknown) -> str:
    """Why a part of an answer is not known."""
    if unknown is Unknown.LEFT_OUT:
        return tr("Not known: the school's answer leaves this out.")
    return tr("Not known: the school's answer cannot be read here.")


def brief(error: errors.ApiError, zone: tzinfo | None = None) -> str:
    """What went wrong, in a word or two beside the moment of the last answer.

    Args:
        error: what went wrong.
        zone: the school's time zone, for a time of day; left out: the one of this computer.
    """
    match error:
        case errors.NotSignedIn():
            return tr("signed out")
        case errors.Offline():
            return tr("offline")
        case errors.TooManyRequests(until=datetime() as until):
            return tr("busy until {time}", time=clock_time(until, zone or until.astimezone().tzinfo or UTC))
        case errors.Unreachable():
            return tr("no connection")
        case errors.NotFound():
            return tr("not found")
        case errors.Declined():
            return tr("refused")
        case errors.UnreadableAnswer():
            return tr("unreadable answer")
        case _:
            return tr("trouble at the school")


def state(feeds: Iterable[Standing], now: datetime, zone: tzinfo) -> tuple[Styled, Styled]:
    """When the data was read, and what is the matter with it, as far as anything is.

    Several feeds are as old as the oldest of them, and in as much trouble as the first that is. The moment
    is told and not the age: an age would have to be written anew every minute, and is false when it is not.

    Args:
        feeds: what is shown.
        now: this moment.
        zone: the school's time zone.
    """
    told = tuple(feeds)
    read = [feed.at for feed in told if feed.at is not None]
    oldest = read_at(min(read), now, zone) if read else ""
    if any(feed.saved for feed in told):
        oldest = saved(oldest)
    error = next((feed.error for feed in told if feed.error is not None), None)
    if error is not None:
        return Styled.of(f"! {oldest}".strip(), WARNING), Styled.of(brief(error, zone), WARNING)
    if any(feed.loading for feed in told):
        return quiet(oldest), quiet(tr("updating") if read else tr("loading"))
    return quiet(oldest), Styled()


def saved(when: str) -> str:
    """That something was kept from earlier, and when it was read."""
    return tr("saved {when}", when=when)


def moment_alone(feeds: Iterable[Standing], now: datetime, zone: tzinfo) -> Styled:
    """When the data was read and whether anything is the matter with it, as short as it can be said."""
    told = tuple(feeds)
    read = [feed.at for feed in told if feed.at is not None]
    oldest = read_on(min(read), now, zone) if read else ""
    if any(feed.error is not None for feed in told):
        return Styled.of(f"! {oldest}".strip(), WARNING)
    return quiet(oldest)


def told(
    feed: Feed[T],
    width: int,
    forms: Callable[[T], Iterable[Lines]],
    *,
    zone: tzinfo | None = None,
) -> Iterator[Lines]:
    """What there is to show of a feed, fullest first: `forms` of its value, or why there is no value."""
    if feed.reading is not None:
        yield from forms(feed.reading.value)
    elif feed.error is not None:
        yield from trouble(width, feed.error, asking=feed.loading, zone=zone)
    else:
        yield [quiet(tr("Loading…"))]


def not_known(width: int, unknown: Unknown) -> Lines:
    """That a part of an answer is not known, and why."""
    return prose(width, reason(unknown), QUIET)


def trouble(
    width: int, error: errors.ApiError, *, asking: bool, zone: tzinfo | None = None
) -> Iterator[Lines]:
    """What went wrong, what can be done, and which key tries again where that can help."""
    if isinstance(error, errors.FeeOverdue) and is_masked():
        yield [quiet(VEIL)]
        return
    from optilearn_tui.i18n.problems import problem  # rarely wanted, and nothing to wait for at the start

    words = problem(error, zone)
    sentence = prose(width, words.sentence, BAD)
    if isinstance(error, errors.SessionEnded):  # asking again cannot help
        yield [*sentence, *prose(width, words.next_step)]
        return
    again = tr("Trying again…") if asking else tr("r tries again.")
    yield [*sentence, *prose(width, words.next_step), Styled(), *prose(width, again, QUIET)]
    yield [*sentence, *prose(width, again, QUIET)]
