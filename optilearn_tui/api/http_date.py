"""Dates as HTTP writes them: in `Date`, `Retry-After`, and the `Expires` of a cookie."""

from __future__ import annotations

from datetime import UTC, datetime


def read_http_date(text: str) -> datetime | None:
    """The moment (aware, UTC) that a header names; None where it names none."""
    # Here: it brings all there is about mail, which nobody needs before the first answer.
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
