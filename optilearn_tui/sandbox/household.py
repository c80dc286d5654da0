"""Families that the school makes up: their names, in which script, and who brings up the children."""

from __future__ import annotations

from dataclasses import dataclass

from optilearn_tui.sandbox.chance import draw, pick
from optilearn_tui.sandbox.names import COMMUNITIES, DEVANAGARI, LATIN, Community, Name
from optilearn_tui.sandbox.people import Link, Parent

_PERCENT = 100
_FIVE_DIGITS = 100_000
_WITHOUT_E_MAIL = 12
_WITHOUT_MOBILE = 4
_OF_THE_MOTHERS_SIDE = 40
"""Each of a hundred: parents, and guardians with another surname."""

_MEN = frozenset({"FATHER"})
_WOMEN = frozenset({"MOTHER"})

Circle = tuple[tuple[str, ...], int]
"""Relations of those who bring the children up, in the server's order, and which of them is primary."""

_CIRCLES: tuple[tuple[int, Circle], ...] = (
    (38, (("FATHER", "MOTHER"), 1)),
    (32, (("FATHER", "MOTHER"), 0)),
    (12, (("MOTHER",), 0)),
    (5, (("FATHER",), 0)),
    (5, (("MOTHER", "GUARDIAN"), 0)),
    (4, (("GUARDIAN",), 0)),
    (4, (("FATHER", "MOTHER", "OTHER"), 2)),
)


@dataclass(frozen=True, slots=True)
class Household:
    """One family, known by the contact id of its first child.

    `script` says how it writes its names (`names.LATIN` or `names.DEVANAGARI`).
    """

    head: str
    community: Community
    surname: Name
    script: int

    @classmethod
    def of(cls, head: str, hindi: int) -> Household:
        """The family of this first child, at a school where so many in a hundred write in Devanagari."""
        community = pick(COMMUNITIES, head, "community")
        surname = community.surnames[draw(len(community.surnames), head, "surname")]
        script = DEVANAGARI if draw(_PERCENT, head, "script") < hindi else LATIN
        return cls(head, community, surname, script)

    def child(self, position: int, contact_id: str) -> tuple[Name, Name]:
        """First and last name of the child in this position. No two of one family are called the same."""
        is_girl = draw(2, contact_id, "girl") == 1
        names = self.community.girls if is_girl else self.community.boys
        first = names[(draw(len(names), self.head, "child") + position) % len(names)]
        return first, self._family_name(self.surname, is_girl)

    def parents(self, children: tuple[str, ...]) -> tuple[Parent, ...]:
        """Those who bring up the children of these contact ids, in the server's order."""
        relations, primary = pick(_CIRCLES, self.head, "circle")
        return tuple(
            self._parent(
                number, relation, tuple(Link(child, relation, number == primary) for child in children)
            )
            for number, relation in enumerate(relations)
        )

    def _parent(self, number: int, relation: str, links: tuple[Link, ...]) -> Parent:
        contact_id = parent_id(self.head, relation)
        is_woman = relation in _WOMEN or (relation not in _MEN and draw(2, contact_id, "woman") == 1)
        names = self.community.women if is_woman else self.community.men
        first = names[(draw(len(names), self.head, "parent") + number) % len(names)]
        last = self._family_name(self._surname_of(contact_id, relation), is_woman)
        return Parent(
            contact_id,
            first[self.script],
            last[self.script],
            _e_mail(contact_id, first, last),
            links,
            mobile=_mobile(contact_id),
        )

    def _surname_of(self, contact_id: str, relation: str) -> Name:
        if relation in _MEN | _WOMEN or draw(_PERCENT, contact_id, "side") >= _OF_THE_MOTHERS_SIDE:
            return self.surname
        return self.community.surnames[draw(len(self.community.surnames), contact_id, "surname")]

    def _family_name(self, surname: Name, is_woman: bool) -> Name:
        return self.community.of_women if is_woman and self.community.of_women else surname


def parent_id(head: str, relation: str) -> str:
    """The contact id of somebody who brings up this first child: `c-8-B-07-mother`."""
    return f"{head}-{relation.lower()}"


def address(first: Name, last: Name, mark: str) -> str:
    """An e-mail address in Latin letters; `mark` (a contact id) makes it the only one of its kind."""
    name = f"{first[LATIN]}.{last[LATIN]}".lower().replace("'", "")
    return f"{name}.{mark.removeprefix('c-').lower().replace('-', '')}@example.com"


def _e_mail(contact_id: str, first: Name, last: Name) -> str | None:
    if draw(_PERCENT, contact_id, "e-mail") < _WITHOUT_E_MAIL:
        return None
    return address(first, last, contact_id.rpartition("-")[0])


def _mobile(contact_id: str) -> str | None:
    """A number that nobody has: none in India begins with 5."""
    if draw(_PERCENT, contact_id, "mobile") < _WITHOUT_MOBILE:
        return None
    number = draw(_FIVE_DIGITS, contact_id, "front") // 10, draw(_FIVE_DIGITS, contact_id, "back")
    return f"+91 5{number[0]:04} {number[1]:05}"
