"""What the person chose: read from `settings.toml` and the environment, each value's source known."""

from optilearn_tui.settings.choices import DEFAULT_REFRESH_SECONDS, DEFAULT_TIME_ZONE, Settings, Source
from optilearn_tui.settings.errors import (
    Complaint,
    Fault,
    SettingsError,
    UnreadableSettings,
    UnwritableSettings,
)
from optilearn_tui.settings.file import remember
from optilearn_tui.settings.loading import load
from optilearn_tui.settings.places import Places

__all__ = [
    "DEFAULT_REFRESH_SECONDS",
    "DEFAULT_TIME_ZONE",
    "Complaint",
    "Fault",
    "Places",
    "Settings",
    "SettingsError",
    "Source",
    "UnreadableSettings",
    "UnwritableSettings",
    "load",
    "remember",
]
