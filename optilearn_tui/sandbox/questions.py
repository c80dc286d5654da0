"""One request to either service, together with the school it is about and who asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from optilearn_tui.sandbox.asker import Asker
    from optilearn_tui.sandbox.register import Register


@dataclass(frozen=True, slots=True)
class Question:
    """What a noun's answer is made from. `now` is the school's clock."""

    request: Request
    register: Register
    asker: Asker
    now: datetime

    def named(self, part: str = "contact_id") -> str:
        """The id in the path."""
        return str(self.request.path_params[part])

    def parameter(self, name: str) -> str | None:
        """A parameter of the query; None where it is missing or empty."""
        return self.request.query_params.get(name) or None

    def pupil_in_path(self) -> str:
        """The contact id in the path, of a pupil whom this person may see.

        Raises:
            Refusal: FORBIDDEN for anybody's child but one's own, whether or not there is such a child;
                NOT_FOUND where staff ask for nobody.
        """
        contact_id = self.named()
        if not self.asker.may_see(contact_id, self.register):
            raise Refusal("FORBIDDEN", "This student is not linked to you")
        if contact_id not in self.register.students:
            raise Refusal("NOT_FOUND", "No such student")
        return contact_id
