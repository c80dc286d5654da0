"""What travels: JSON objects, moments and days as the platform writes them (PLATFORM.md §4)."""

from __future__ import annotations

from datetime import UTC, datetime

Row = dict[str, object]
"""One JSON object, with the platform's camelCase keys. Plain on purpose: the bundled school shares no record
with the client, so that the two cannot be wrong together."""


def iso(moment: datetime) -> str:
    """An aware moment as ISO 8601 in UTC, to the second: `2026-04-15T08:14:00Z`."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
