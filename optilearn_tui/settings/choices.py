"""What a person can choose, what is chosen, and who chose it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

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
        account: which of several accounts at that school is taken up at start: an e-mail address or id.
        account_kind: `parent` or `staff`: which form the sign-in screen opens with.
        language: `en` or `hi`; None leaves it to the locale.
        digits: `latin` or `devanagari`: how numbers are written in Hindi; None is `latin`.
        theme: the name of a theme of the app; None leaves it to the app.
        devanagari_cells: how many cells the terminal gives a vowel sign of Hindi: `1`, `0`, or `auto`, which
            is to ask it; None is `auto`.
        time_zone: the school's time zone (IANA name).
        refresh_seconds: how often what is on the screen is asked for again.
        idle_lock_minutes: after how long without a key the screen locks; 0: never.
        keep_nothing: whether nothing of anybody's data, session included, is kept on this machine.
        low_data: whether as little as possible is sent and received.
        http2: whether HTTP/2 is spoken where a school offers it.
        light: `on`, `off`, or `auto`: whether the screen does without motion and with the terminal's own 16
            colours; `auto`, which is on over SSH, where it is None.
        painting: `changes`: only what changed is sent to the terminal; `textual`: as Textual itself does it.
        file: the settings file, which need not exist.
        sources: where each value that is not a default comes from.
        complaints: what was passed over, in the order of the file.
    """

    institution: str | None = None
    account: str | None = None
    account_kind: str | None = None
    language: str | None = None
    digits: str | None = None
    theme: str | None = None
    devanagari_cells: str | None = None
    time_zone: str = DEFAULT_TIME_ZONE
    refresh_seconds: int = DEFAULT_REFRESH_SECONDS
    idle_lock_minutes: int = 0
    keep_nothing: bool = False
    low_data: bool = False
    http2: bool = True
    light: str | None = None
    painting: str | None = None
    file: Path | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    complaints: tuple[Complaint, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The school's time zone."""
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.time_zone)

    def source_of(self, key: str) -> Source:
        """Where the value of the setting `key` comes from."""
        return self.sources.get(key, Source.DEFAULT)
