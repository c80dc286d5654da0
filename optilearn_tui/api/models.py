"""What every record of the platform has in common: tolerant fields, clean text, *left out* told from *empty*.

A field that the server left out, or sent in a shape nobody can read, becomes an `Unknown`; it never becomes
an empty list, a zero or a "no". A field that is really empty stays empty (`None`, `[]`, `0`).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from enum import Enum
from typing import Annotated, Any, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic.alias_generators import to_camel

T = TypeVar("T")


class Unknown(Enum):
    """Why a field says nothing. Not a value, and never to be shown as "none"."""

    LEFT_OUT = "left-out"
    """The server did not send the field, or sent null where a value belongs."""
    UNREADABLE = "unreadable"
    """The server sent something that is not of the promised shape."""


_GREATEST = 1e12
"""No count, mark or amount in rupees of a school is greater; one that is could not be written down either."""


def _readable(value: object, parse: ValidatorFunctionWrapHandler) -> object:
    if isinstance(value, Unknown):
        return value
    try:
        read: object = parse(value)
    except ValidationError:
        return Unknown.LEFT_OUT if value is None else Unknown.UNREADABLE
    if isinstance(read, int | float) and not isinstance(read, bool):
        # Pydantic would also take true for 1.
        possible = not isinstance(value, bool) and abs(read) <= _GREATEST
        return read if possible else Unknown.UNREADABLE
    return read


Maybe = Annotated[T | Unknown, WrapValidator(_readable)]
"""A field that is either of its type or `Unknown`: reading a record never fails because of it.

Write `Maybe[T | None]` where null means "really none", and give it the default `LEFT_OUT`.
"""

LEFT_OUT = Unknown.LEFT_OUT

_KEPT_FORMAT_CHARACTERS = "\u200c\u200d"  # ZWNJ and ZWJ: Hindi spelling needs them
_LINE_BREAKS = "\n\r\t\v\f\x85\u2028\u2029"


def clean(text: str, *, keep_lines: bool = False) -> str:
    r"""Text from a server, made safe to show anywhere.

    Control characters (escape sequences begin with one), bidirectional overrides and other invisible format
    characters are dropped; line breaks become spaces, or stay as `\n` with `keep_lines`.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    kept: list[str] = []
    for character in text:
        if character in _LINE_BREAKS:
            kept.append("\n" if keep_lines and character != "\t" else " ")
        elif unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or (
            character in _KEPT_FORMAT_CHARACTERS
        ):
            kept.append(character)
    return "".join(kept)


_ISO_DATE = re.compile(r"\s*\d{4}-\d{2}-\d{2}")


_FIRST_DAY = date(1, 1, 3)
_LAST_DAY = date(9999, 12, 29)
"""Beyond these a day has no neighbour in every time zone. Servers use the very last day for "never"."""


def _within_time(day: date) -> None:
    if not _FIRST_DAY <= day <= _LAST_DAY:
        message = "a day is one that every time zone has"
        raise ValueError(message)


def _as_utc(value: datetime) -> datetime:
    _within_time(value.date())
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _as_day(value: date) -> date:
    if isinstance(value, datetime):
        return _as_utc(value)
    _within_time(value)
    return value


def _moment_from(value: object) -> object:
    # Pydantic would also take a number, and a number in quotes, as seconds since 1970.
    if not (isinstance(value, datetime) or (isinstance(value, str) and _ISO_DATE.match(value))):
        message = "a moment is ISO 8601 text"
        raise ValueError(message)
    return value


def _day_from(value: object) -> object:
    # A due date is sent as a date or as a moment; which day a moment falls on is for the reader's time zone
    # to say, so a moment stays one (see `Day`).
    if not (isinstance(value, date) or (isinstance(value, str) and _ISO_DATE.match(value))):
        message = "a day is ISO 8601 text"
        raise ValueError(message)
    return value


Text = Annotated[str, AfterValidator(clean)]
"""One line of text from the server, safe to show (PLATFORM.md: server text is hostile text)."""

Prose = Annotated[str, AfterValidator(lambda text: clean(text, keep_lines=True))]
"""Several lines of text from the server, safe to show."""

Identifier = Annotated[
    str, Field(min_length=1, max_length=200, coerce_numbers_to_str=True), AfterValidator(clean)
]
"""The platform's name for one thing. Opaque; quoted wherever it enters a path."""

Count = Annotated[int, Field(ge=0)]
"""How many there are of something."""

Moment = Annotated[datetime, BeforeValidator(_moment_from), AfterValidator(_as_utc)]
"""A point in time, aware and in UTC (PLATFORM.md §4). A value without a zone is taken as UTC."""

Day = Annotated[
    Annotated[date | datetime, Field(union_mode="left_to_right")],
    BeforeValidator(_day_from),
    AfterValidator(_as_day),
]
"""A calendar day, or the moment the server gave for one. `school.days.day_of` turns either into a date."""


class Record(BaseModel):
    """One object of the platform: immutable, camelCase on the wire, unknown keys ignored."""

    model_config = ConfigDict(
        frozen=True,
        alias_generator=to_camel,
        populate_by_name=True,
        extra="ignore",
        allow_inf_nan=False,
        defer_build=True,
        hide_input_in_errors=True,
    )


def to_wire(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """A record, or a collection of records, as the platform's JSON: camelCase keys, `Unknown` as null.

    Raises:
        TypeError: `value` holds something that JSON cannot say.
    """
    match value:
        case Record():
            fields = type(value).model_fields
            return {field.alias or name: to_wire(getattr(value, name)) for name, field in fields.items()}
        case Unknown() | None:
            return None
        case Enum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case str() | int() | float():
            return value
        case list() | tuple():
            return [to_wire(item) for item in cast("list[object]", value)]
        case dict():
            return {str(key): to_wire(item) for key, item in cast("dict[object, object]", value).items()}
        case _:
            message = f"no JSON for {type(value).__name__}"
            raise TypeError(message)
