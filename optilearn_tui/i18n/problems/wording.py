"""What every worded problem has in common."""

from __future__ import annotations

from dataclasses import dataclass

from optilearn_tui.i18n.messages import tr

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence on what happened and one on what the person can do; each ends in a full stop."""

    sentence: str
    next_step: str

    def __str__(self) -> str:
        """Both, as one line."""
        return f"{self.sentence} {self.next_step}"


def quoted(text: str) -> str:
    """Text of unknown origin, made fit to stand in a sentence: one line, printable, not too long."""
    shown = "".join(character for character in text if character.isprintable())
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"


def host_of(host: str | None) -> str:
    """The server's name as the subject of a sentence."""
    return quoted(host) if host else tr("The school's server")
