"""What can be wrong with the choice of an account: facts, not sentences (`i18n.problems` has those)."""

from __future__ import annotations

from optilearn_tui.api.errors import Misconfigured, SignInFailed


class UnknownAccount(Misconfigured):
    """No account on this machine is called that.

    Attributes:
        who: what was said.
        known: the accounts there are, each as `slug/person`.
    """

    def __init__(self, who: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.who = who
        self.known = known


class AmbiguousAccount(Misconfigured):
    """Several accounts may be meant.

    Attributes:
        who: what was said.
        candidates: the accounts it may mean, each as `slug/person`.
    """

    def __init__(self, who: str, candidates: tuple[str, ...]) -> None:
        super().__init__()
        self.who = who
        self.candidates = candidates


class AnotherPerson(SignInFailed):
    """Somebody signed in, but not the person who was asked to.

    Attributes:
        expected: whose the screen is; empty where that cannot be told.
        told: who signed in.
    """

    def __init__(self, expected: str, told: str) -> None:
        super().__init__()
        self.expected = expected
        self.told = told
