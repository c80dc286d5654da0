"""The order in which a parent's children stand, and how a child is found by what a person types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from optilearn_tui.school.folding import folded

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child


def switcher_order(children: Iterable[Child]) -> tuple[Child, ...]:
    """The primary child first, everyone else in the server's order (PLATFORM.md §7, child switcher)."""
    return tuple(sorted(children, key=lambda child: child.is_primary is not True))


def matching(children: Sequence[Child], text: str) -> tuple[Child, ...]:
    """The children a person may mean by `text`: none, one, or several where it is ambiguous.

    In this order, the first that finds anyone decides (COMMANDS.md, `overview CHILD`): the contact id; the
    student code; the whole name; a part of the name. How it is spelled matters as little as `folding.folded`
    says, except in the contact id.
    """
    wanted = _folded(text)
    if not wanted:
        return ()
    tests: tuple[Callable[[Child], bool], ...] = (
        lambda child: child.contact_id == text.strip(),
        lambda child: _folded(child.student_code) == wanted,
        lambda child: _folded(child.name) == wanted,
        lambda child: wanted in _folded(child.name),
    )
    for test in tests:
        if found := tuple(filter(test, children)):
            return found
    return ()


def _folded(text: object) -> str:
    return folded(text) if isinstance(text, str) else ""
