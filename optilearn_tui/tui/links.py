"""Links out of the program: only the school's own are opened, and only where there is a browser for them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import PurePath

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr

IsOwnLink = Callable[[str], bool]
"""Whether a link leads to the institution or the platform (`Deployment.is_own_link`)."""

_IN_THE_TERMINAL = {"www-browser", "links", "elinks", "lynx", "w3m"}
"""Browsers that would draw over this program."""


class Refusal(Enum):
    """Why a link is not followed."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"

    @property
    def sentence(self) -> str:
        """The reason, in the person's language."""
        match self:
            case Refusal.MISSING:
                return tr("There is no such link for this certificate.")
            case Refusal.UNKNOWN:
                return tr("The link is not known: the school's answer leaves it out or cannot be read.")
            case Refusal.FOREIGN:
                return tr("This link does not lead to your school or to OptiLearn, so it is not used.")


def checked(url: str | Unknown | None, is_own: IsOwnLink) -> str | Refusal:
    """The link, if it may be followed; else why not."""
    if isinstance(url, Unknown):
        return Refusal.UNKNOWN
    if url is None or not url.strip():
        return Refusal.MISSING
    return url if is_own(url) else Refusal.FOREIGN


def has_browser() -> bool:
    """Whether a link can be opened in a browser with a window of its own."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return PurePath(getattr(browser, "name", "")).name not in _IN_THE_TERMINAL
