"""Words for a choice of account that leads nowhere.

Those errors belong to a room above this one, which may not be entered; they are known by their facts.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted

_MOST_LISTED = 8


@runtime_checkable
class NobodyCalledThat(Protocol):
    """No account is called what was said (`accounts.UnknownAccount`)."""

    who: str
    known: tuple[str, ...]


@runtime_checkable
class SeveralCalledThat(Protocol):
    """Several accounts are called what was said (`accounts.AmbiguousAccount`)."""

    who: str
    candidates: tuple[str, ...]


@runtime_checkable
class SomebodyElse(Protocol):
    """Another person signed in than was asked to (`accounts.AnotherPerson`)."""

    expected: str
    told: str


def of_account(trouble: NobodyCalledThat | SeveralCalledThat | SomebodyElse) -> Problem:
    """A choice of account that leads nowhere."""
    if isinstance(trouble, NobodyCalledThat):
        return _unknown(trouble)
    if isinstance(trouble, SeveralCalledThat):
        return Problem(
            tr("“{text}” may mean several accounts.", text=quoted(trouble.who)),
            tr("Give one of these: {accounts}.", accounts=_listed(trouble.candidates)),
        )
    if not trouble.expected:
        return Problem(
            tr("The school does not say who you are, so it cannot be told whether this is the same person."),
            tr("Sign out, then sign in again."),
        )
    return Problem(
        tr("This screen is for {person}, and somebody else signed in.", person=quoted(trouble.expected)),
        tr("Unlock it as {person}, or sign out.", person=quoted(trouble.expected)),
    )


def _unknown(trouble: NobodyCalledThat) -> Problem:
    sentence = tr("No account on this computer is called “{text}”.", text=quoted(trouble.who))
    if not trouble.known:
        return Problem(sentence, tr("Sign in with “optilearn login”."))
    return Problem(sentence, tr("There are: {accounts}.", accounts=_listed(trouble.known)))


def _listed(labels: tuple[str, ...]) -> str:
    shown = [quoted(label) for label in labels[:_MOST_LISTED]]
    return ", ".join([*shown, "…"] if len(labels) > _MOST_LISTED else shown)
