"""What a command finds when it starts: the environment, the settings, the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.settings import Places, Settings, UnreadableSettings, load

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock


@dataclass(frozen=True)
class Surroundings:
    """What a command finds when it starts.

    Attributes:
        environ: the environment variables.
        places: where things are kept on this machine.
        clock: tells the present moment.
        found: the settings, or why their file cannot be read: not every command needs them.
        account: whom the person named, of those with an account on this machine; None: nobody.
    """

    environ: Mapping[str, str]
    places: Places
    clock: Clock
    found: Settings | UnreadableSettings
    account: str | None = None

    @classmethod
    def of(cls, environ: Mapping[str, str], clock: Clock) -> Surroundings:
        """Look around."""
        places = Places.from_environment(environ)
        try:
            return cls(environ, places, clock, load(places, environ))
        except UnreadableSettings as error:
            return cls(environ, places, clock, error)

    @property
    def settings(self) -> Settings:
        """The settings.

        Raises:
            UnreadableSettings: the file is there and cannot be read.
        """
        if isinstance(self.found, UnreadableSettings):
            raise self.found
        return self.found

    @property
    def saved_language(self) -> str | None:
        """The language in the settings, where they can be read."""
        return self.found.language if isinstance(self.found, Settings) else None

    @property
    def saved_digits(self) -> str | None:
        """The digits in the settings, where they can be read."""
        return self.found.digits if isinstance(self.found, Settings) else None
