"""From an error's type to its words; the modules beside this one enter theirs with `@words.register`."""

from __future__ import annotations

from datetime import tzinfo
from functools import singledispatch

from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted


@singledispatch
def words(error: Exception, _zone: tzinfo | None) -> Problem:
    """What went wrong, in the words of the nearest type that has some."""
    return Problem(
        tr("Something unexpected went wrong ({kind}).", kind=quoted(type(error).__name__)),
        tr("Try again; if it happens again, please report it."),
    )
