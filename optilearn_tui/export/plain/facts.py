"""How one fact, one list and one gap are said in plain text: a line each, nothing drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.i18n.problems import problem

T = TypeVar("T")
Lines = list[str]


def fact(label: str, value: T | Unknown | None, say: Callable[[T], str] = str) -> str:
    """One fact on one line: its label, and its value as `say` words it, "none", or why it is not known."""
    return tr("{label}: {value}", label=label, value=said(value, say))


def said(value: T | Unknown | None, say: Callable[[T], str] = str) -> str:
    """A value in words; "none" where there is none; "not known" and the reason where it is unknown."""
    if value is None:
        return tr("none")
    if isinstance(value, Unknown):
        return tr("not known ({reason})", reason=why(value))
    return say(value)


def why(reason: ApiError | Unknown) -> str:
    """Why something is not known, in words."""
    match reason:
        case ApiError():
            return problem(reason).sentence
        case Unknown.LEFT_OUT:
            return tr("the school's answer does not say")
        case Unknown.UNREADABLE:
            return tr("the school's answer could not be read")


def section(title: str, lines: Iterable[str]) -> Lines:
    """A heading with what stands under it."""
    return [title, *lines]


def gap(title: str, reason: ApiError | Unknown) -> Lines:
    """A heading whose whole part is not known, and why."""
    return section(title, [tr("Not known: {reason}", reason=why(reason))])


def numbered(title: str | Unknown, context: str | Unknown, place: int) -> str:
    """The line that begins one thing of a list: its place, what it is called, and the course it is of."""
    parts = [text for text in (title, context) if isinstance(text, str) and text.strip()]
    return tr("{place}. {name}", place=number(place), name=", ".join(parts) or tr("without a title"))


def text_of(sections: Iterable[Sequence[str]]) -> str:
    """Sections as one text, with an empty line between each."""
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"
