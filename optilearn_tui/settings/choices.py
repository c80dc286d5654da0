"""What a person can choose, what is chosen, and who chose it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from optilearn_tui.settings.errors import Complaint

DEFAULT_TIME_ZONE = "Asia/Kolkata"
"""The school's clock, unless told otherwise: the schools are Indian, and no answer names a zone."""

DEFAULT_REFRESH_SECONDS = 300
"""As long as the platform lets most answers be reused (PLATFORM.md §5)."""


class Source(StrEnum):
    """Where a setting's value comes from; an earlier one wins."""

    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True)
class Settings:
    """The settings of this run.

    Attributes:
        institution: the slug of the school signed in to last, or chosen by `OPTILEARN_INSTITUTION`.
        account_kind: `parent` or `staff`: which form the sign-in screen opens with.
        language: `en` or `hi`; None leaves it to the locale.
        digits: `latin` or `devanagari`: how numbers are written in Hindi; None is `latin`.
        theme: the name of a theme of the app; None leaves it to the app.
        devanagari_cells: how many cells the terminal gives a vowel sign of Hindi: `1`, `0`, or `auto`, which
            is to ask it; None is `auto`.
        time_zone: the school's time zone (IANA name).
        refresh_seconds: how often what is on the screen is asked for again.
        file: the settings file, which need not exist.
        sources: where each value that is not a default comes from.
        complaints: what was passed over, in the order of the file.
    """

    institution: str | None = None
    account_kind: str | None = None
    language: str | None = None
    digits: str | None = None
    theme: str | None = None
    devanagari_cells: str | None = None
    time_zone: str = DEFAULT_TIME_ZONE
    refresh_seconds: int = DEFAULT_REFRESH_SECONDS
    file: Path | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    complaints: tuple[Complaint, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The school's time zone."""
        return ZoneInfo(self.time_zone)

    def source_of(self, key: str) -> Source:
        """Where the value of the setting `key` comes from."""
        return self.sources.get(key, Source.DEFAULT)
