"""The children of a parent, and from which of the two services they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optilearn_tui.api.endpoint import Call, Endpoint
from optilearn_tui.api.errors import Forbidden, NotFound, TenantMismatch
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from optilearn_tui.api.auth import Auth
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Child(Record, frozen=True):
    """One child as a parent's session sees it (PLATFORM.md §5 row 9, and `child` of the overview).

    `contact_id` names the child everywhere (§6); everything else may be missing.
    """

    contact_id: Identifier
    student_id: Maybe[Identifier | None] = LEFT_OUT
    name: Maybe[Text] = LEFT_OUT
    email: Maybe[Text | None] = LEFT_OUT
    student_code: Maybe[Text | None] = LEFT_OUT
    class_name: Maybe[Text | None] = Field(default=LEFT_OUT, alias="class")
    section: Maybe[Text | None] = LEFT_OUT
    photo_url: Maybe[Text | None] = LEFT_OUT
    status: Maybe[Text | None] = LEFT_OUT
    relation: Maybe[Text | None] = LEFT_OUT
    is_primary: Maybe[bool] = LEFT_OUT
    institution_id: Maybe[Identifier | None] = LEFT_OUT


class Family(Record, frozen=True):
    """How OptiLearn wraps the children of a parent (PLATFORM.md §6)."""

    children: tuple[Child, ...]


BRIDGE = Endpoint(Host.TENANT, "/api/lms/parent/{contact_id}/children", tuple[Child, ...], NO_STORE)
PROXY = Endpoint(Host.LEARN, "/api/parent/children", Family, NO_STORE)


class Children:
    """Asks for a parent's children: OptiCRM of the institution first, and OptiLearn where that refuses."""

    def __init__(self, calls: Calls, auth: Auth, linked: Callable[[Iterable[str]], None]) -> None:
        """Prepare to ask.

        Args:
            calls: asks.
            auth: knows who is signed in.
            linked: told the contact ids of the children there are, whenever the school has told them.
        """
        self._calls = calls
        self._auth = auth
        self._linked = linked
        self._remembered: tuple[int, Host] | None = None

    @property
    def source(self) -> Host | None:
        """Which of the two services gave the children of this person last; None before that."""
        generation, host = self._remembered or (None, None)
        return host if generation == self._auth.generation else None

    async def mine(self) -> Reading[tuple[Child, ...]]:
        """The children of the person who is signed in, in the server's order.

        Which of the two services gives them is remembered for this person (PLATFORM.md §3).

        Raises:
            Forbidden: this person is no parent.
            ApiError: it cannot be told.
        """
        children = await self._mine()
        self._linked(child.contact_id for child in children.value)
        return children

    async def _mine(self) -> Reading[tuple[Child, ...]]:
        generation = self._auth.generation
        bridge = await self._bridge()
        if bridge is not None:
            try:
                children = await self._calls.lms_fetch(bridge)
            except TenantMismatch:
                raise
            except (Forbidden, NotFound):
                if self._remembers(Host.TENANT):
                    raise
            else:
                self._remembered = (generation, Host.TENANT)
                return children
        family = await self._calls.lms_fetch(PROXY.call())
        self._remembered = (generation, Host.LEARN)
        return family.map(lambda value: value.children)

    async def _bridge(self) -> Call[tuple[Child, ...]] | None:
        if self._remembers(Host.LEARN):
            return None
        identity = self._auth.identity
        # Of an account that is kept, it is known before the school has said again who is signed in.
        contact_id = identity.contact_id if identity else self._calls.cache.contact_id
        if contact_id is None and identity is None:
            contact_id = (await self._auth.who_am_i()).contact_id
        return BRIDGE.call(contact_id=contact_id) if isinstance(contact_id, str) else None

    def _remembers(self, host: Host) -> bool:
        return self._remembered == (self._auth.generation, host)
