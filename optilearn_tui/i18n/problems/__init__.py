"""What went wrong, in a plain sentence, and what to do next: the only place where an error becomes words."""

from __future__ import annotations

from datetime import tzinfo

# Imported for the words they enter into the table.
from optilearn_tui.i18n.problems import answers as _answers  # noqa: F401
from optilearn_tui.i18n.problems import asking as _asking  # noqa: F401
from optilearn_tui.i18n.problems import service_keys as _service_keys  # noqa: F401
from optilearn_tui.i18n.problems import session_key as _session_key  # noqa: F401
from optilearn_tui.i18n.problems import signing_in as _signing_in  # noqa: F401
from optilearn_tui.i18n.problems.accounts import (
    NobodyCalledThat,
    SeveralCalledThat,
    SomebodyElse,
    of_account,
)
from optilearn_tui.i18n.problems.keeping import FileTrouble, StoreTrouble, complaint, of_file, of_store
from optilearn_tui.i18n.problems.wording import Problem
from optilearn_tui.i18n.problems.words import words

__all__ = ["Problem", "complaint", "problem"]


def problem(error: Exception, zone: tzinfo | None = None) -> Problem:
    """`error` in the person's language.

    Args:
        error: any error of the client, of settings or of credentials. Another one gets words as
            well, but they can only say that something failed.
        zone: the person's time zone, for a time in the sentence; None is the zone of this computer.
    """
    if isinstance(error, FileTrouble):
        return of_file(error)
    if isinstance(error, StoreTrouble):
        return of_store(error)
    if isinstance(error, NobodyCalledThat | SeveralCalledThat | SomebodyElse):
        return of_account(error)
    return words(error, zone)
