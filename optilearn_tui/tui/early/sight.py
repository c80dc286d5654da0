"""What is known of a parent's dashboard before the toolkit is there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from optilearn_tui.api.children import Child
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.facts.attendance import Days
    from optilearn_tui.tui.family_notice import Family


@dataclass(frozen=True)
class Sight:
    """What is known at one moment.

    Attributes:
        client: who is asked.
        identity: who the parent is.
        school: the school's own name; empty where nobody told it.
        overview: how the child does that it is about.
        family: the children in the order of the switcher; empty while nobody told them.
        fees: what is owed for the child.
        days: the child's days at school in the present month.
    """

    client: Client
    identity: Identity
    school: str
    overview: Feed[Overview] = field(default_factory=Feed)
    family: Family = ()
    fees: Feed[FeeRecord] = field(default_factory=lambda: Feed(loading=True))
    days: Feed[Days] = field(default_factory=lambda: Feed(loading=True))

    def of(self, overview: Feed[Overview], family: Family = ()) -> Sight:
        """The same with an answer about a child, and about who the children are."""
        return replace(self, overview=overview, family=family)

    @property
    def parent(self) -> str:
        """The parent's contact id; empty where nobody told it."""
        return _known(self.identity.contact_id)

    @property
    def person(self) -> str:
        """The parent's name; empty where nobody told it."""
        return _known(self.identity.name)

    @property
    def chosen(self) -> str:
        """The contact id of the child it is about; empty where there is none yet."""
        return _known(self.overview.subject)

    @property
    def place(self) -> str:
        """What the school is called here."""
        return self.school or self.client.slug

    @property
    def children(self) -> Family:
        """Who stands in the switcher: where nobody told who the children are, the one that is looked at."""
        known = self.overview.reading.value.child if self.overview.reading else None
        return (known,) if not self.family and isinstance(known, Child) else self.family


def _known(value: object) -> str:
    return value if isinstance(value, str) else ""
