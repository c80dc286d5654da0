"""What could not be read, and why, in plain text: one line for all that have the same reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from optilearn_tui.export.gaps import Gap, Part, Unread
from optilearn_tui.export.plain.facts import Lines, why
from optilearn_tui.i18n import ntr, tr

_MOST_NAMED = 10
"""Named one by one; of further ones, how many."""


def gaps(every: Iterable[Gap], name: Callable[[Part, str], str]) -> Lines:
    """The gaps in words, by part and reason, in the order in which these first turned out.

    Args:
        every: the gaps.
        name: what a person calls the thing of this part and id.
    """
    groups: dict[tuple[Part, str], list[str]] = {}
    for gap in every:
        named = groups.setdefault((gap.part, _why(gap)), [])
        named.append("" if gap.id is None else name(gap.part, gap.id))
    return [_line(part, reason, names) for (part, reason), names in groups.items()]


def _why(gap: Gap) -> str:
    if isinstance(gap.why, Unread):
        return (
            tr("the reading was stopped") if gap.why is Unread.STOPPED else tr("the list changed meanwhile")
        )
    return why(gap.why).removesuffix(".").removesuffix("।")


def _line(part: Part, reason: str, named: Sequence[str]) -> str:
    names, n = _listed(named), len(named)
    match part:
        case Part.SECTIONS:
            return ntr(
                "The sections of {names} are not known: {why}.",
                "The sections of {n} classes are not known ({names}): {why}.",
                n,
                names=names,
                why=reason,
            )
        case Part.ROSTER:
            return ntr(
                "The roster of {names} was not read: {why}.",
                "{n} rosters were not read ({names}): {why}.",
                n,
                names=names,
                why=reason,
            )
        case Part.PARENTS:
            return ntr(
                "The parents of {names} were not read: {why}.",
                "The parents of {n} students were not read ({names}): {why}.",
                n,
                names=names,
                why=reason,
            )
        case Part.STUDENT:
            return ntr(
                "The student record of {names} was not read: {why}.",
                "{n} student records were not read ({names}): {why}.",
                n,
                names=names,
                why=reason,
            )
        case Part.ANNOUNCEMENTS:
            return ntr(
                "The announcements of {names} were not read: {why}.",
                "The announcements of {n} courses were not read ({names}): {why}.",
                n,
                names=names,
                why=reason,
            )
        case Part.COURSES:
            return tr("Not all courses were read: {why}.", why=reason)


def _listed(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    return shown if more <= 0 else ntr("{names} and {n} more", "{names} and {n} more", more, names=shown)
