"""Keys that lead from one child of a parent to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.names import with_class
from optilearn_tui.tui.panel_screen import PanelScreen

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child

_CHILDREN = Binding.Group(N_("Child"))


class ChildKeys(PanelScreen):
    """A screen about one of several children: each has a number, and brackets go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key), f"child({key})", N_("Child"), group=_CHILDREN) for key in range(1, 10)),
        Binding("left_square_bracket", "step(-1)", N_("Previous child"), key_display="[", show=False),
        Binding("right_square_bracket", "step(1)", N_("Next child"), key_display="]", show=False),
    ]

    subject: var[str | None] = var(None)
    """Contact id of the child whom everything is about."""

    @property
    def children_in_order(self) -> Sequence[Child]:
        """The children as they are numbered; none while they are not known."""
        raise NotImplementedError

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys of children there are."""
        count = len(self.children_in_order)
        match action, parameters:
            case "child", (int(number),):
                return 1 < count >= number
            case "step", _:
                return count > 1
        return super().check_action(action, parameters)

    def words_of(self, action: str) -> str | None:
        """The child to whom an action leads."""
        match parse(action):
            case _, "child", (int(number),) if number <= len(self.children_in_order):
                return with_class(self.children_in_order[number - 1])
        return None

    def action_child(self, number: int) -> None:
        """Go to the child with this number."""
        self.subject = self.children_in_order[number - 1].contact_id

    def action_step(self, step: int) -> None:
        """Go to the next child, or the one before; after the last comes the first."""
        ids = [child.contact_id for child in self.children_in_order]
        place = ids.index(self.subject) if self.subject in ids else 0
        self.subject = ids[(place + step) % len(ids)]
