"""Which values each setting can have."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from optilearn_tui.api.errors import InvalidSlug
from optilearn_tui.api.tenancy import parse_slug

FEWEST_REFRESH_SECONDS = 30
MOST_REFRESH_SECONDS = 86_400
MOST_IDLE_MINUTES = 720
_LONGEST_THEME_NAME = 40
_LONGEST_PERSON = 320  # characters; no e-mail address is longer
_YES_NO = "true, false"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting's rule.

    Attributes:
        parse: the value as the program holds it; raises ValueError for one that is not understood.
        allowed: the values that are understood, for a complaint, where they can be listed.
        variable: the environment variable that wins over the file.
    """

    parse: Callable[[object], str | int]
    allowed: str | None = None
    variable: str | None = None


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        message = "text is wanted"
        raise ValueError(message)
    return value.strip()


def _slug(value: object) -> str:
    try:
        return parse_slug(_text(value))
    except InvalidSlug as error:
        message = "not an institution's name in addresses"
        raise ValueError(message) from error


def _one_of(*names: str) -> Callable[[object], str]:
    def parse(value: object) -> str:
        name = _text(value).casefold()
        if name not in names:
            message = "not one of those"
            raise ValueError(message)
        return name

    return parse


def _language(value: object) -> str:
    # "hi_IN.UTF-8" and "hi-IN" mean Hindi as well.
    return _one_of("en", "hi")(re.split(r"[-_.@]", _text(value), maxsplit=1)[0])


def _theme(value: object) -> str:
    name = _text(value)
    if len(name) > _LONGEST_THEME_NAME or not name.isprintable():
        message = "not a theme's name"
        raise ValueError(message)
    return name


def _zone(value: object) -> str:
    from zoneinfo import ZoneInfo

    name = _text(value)
    try:
        return ZoneInfo(name).key
    except (LookupError, OSError) as error:  # no such zone; a folder of zones
        message = "no such time zone"
        raise ValueError(message) from error


def _refresh(value: object) -> int:
    if not isinstance(value, int) or not FEWEST_REFRESH_SECONDS <= value <= MOST_REFRESH_SECONDS:
        message = "out of range"
        raise ValueError(message)
    return value


def _idle(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_IDLE_MINUTES:
        message = "out of range"
        raise ValueError(message)
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        message = "neither true nor false"
        raise ValueError(message)
    return value


def _person(value: object) -> str:
    person = _text(value)
    if len(person) > _LONGEST_PERSON or not person.isprintable():
        message = "not somebody's e-mail address or id"
        raise ValueError(message)
    return person


def _cells(value: object) -> str:
    return _one_of("auto", "1", "0")(str(value) if isinstance(value, int) else value)


SETTINGS: dict[str, Setting] = {
    "institution": Setting(_slug, variable="OPTILEARN_INSTITUTION"),
    "account": Setting(_person, variable="OPTILEARN_ACCOUNT"),
    "account_kind": Setting(_one_of("parent", "staff"), allowed="parent, staff"),
    "language": Setting(_language, allowed="en, hi", variable="OPTILEARN_LANG"),
    "digits": Setting(_one_of("latin", "devanagari"), allowed="latin, devanagari"),
    "theme": Setting(_theme),
    "time_zone": Setting(_zone, allowed="Asia/Kolkata, …"),
    "devanagari_cells": Setting(_cells, allowed="auto, 1, 0", variable="OPTILEARN_DEVANAGARI"),
    "refresh_seconds": Setting(_refresh, allowed=f"{FEWEST_REFRESH_SECONDS}–{MOST_REFRESH_SECONDS}"),
    "idle_lock_minutes": Setting(_idle, allowed=f"0–{MOST_IDLE_MINUTES}"),
    "keep_nothing": Setting(_switch, allowed=_YES_NO),
    "low_data": Setting(_switch, allowed=_YES_NO),
    "http2": Setting(_switch, allowed=_YES_NO),
    "light": Setting(_one_of("auto", "on", "off"), allowed="auto, on, off", variable="OPTILEARN_LIGHT"),
    "painting": Setting(
        _one_of("changes", "textual"), allowed="changes, textual", variable="OPTILEARN_PAINTING"
    ),
}
"""Every setting by its name in the file."""

_SECRET = re.compile(r"token|passw|secret|api.?key|service.?key|cookie|credential", re.IGNORECASE)


def names_a_secret(key: str) -> bool:
    """Whether a setting of this name would hold a secret, which the file must not (COMMANDS.md)."""
    return key not in SETTINGS and _SECRET.search(key) is not None
