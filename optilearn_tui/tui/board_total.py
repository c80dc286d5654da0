"""The lines below the board: what the family owes, and schools whose children are not on it yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.numbers import rupees
from optilearn_tui.school.fees import family_total
from optilearn_tui.tui.mask import is_masked, veiled
from optilearn_tui.tui.paint import bad, quiet, strong, warning
from optilearn_tui.tui.standing import brief
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.tui.board_branch import Branch
    from optilearn_tui.tui.board_columns import Entry


def total(entries: Sequence[Entry], branches: Sequence[Branch]) -> Styled:
    """What the family owes; no figure before it is known of every child.

    Args:
        entries: every row.
        branches: every school; the children of one may not be known yet.
    """
    label = quiet(tr("Fees of the family")) + "  "
    fees_to_come = any(entry.fees.reading is None and entry.fees.loading for entry in entries)
    if fees_to_come or any(each.family.reading is None and each.family.loading for each in branches):
        return label + quiet("…")
    if is_masked():
        return label + veiled(Styled())
    owed = family_total(entry.row.fee for entry in entries)
    unheard = next((branch for branch in branches if branch.family.reading is None), None)
    if unheard is not None:
        words = tr("not known, because the children at {school} are not known", school=unheard.place)
        return label + quiet(words)
    if isinstance(owed.owed, Unknown):
        words = ntr(
            "not known, because the fees of {n} child are not known",
            "not known, because the fees of {n} children are not known",
            owed.unknown,
        )
        return label + quiet(words)
    parts = [strong(tr("{amount} owed", amount=rupees(owed.owed)))]
    if not isinstance(owed.overdue, Unknown) and owed.overdue > 0:
        parts.append(bad(tr("{amount} of it overdue", amount=rupees(owed.overdue))))
    return label + Styled("  ").join(parts)


def without_rows(branches: Sequence[Branch], zone: tzinfo) -> Styled:
    """A line for each school that has no row: what keeps its children from being here."""
    return Styled("\n").join(_lines(branches, zone))


def _lines(branches: Sequence[Branch], zone: tzinfo) -> Iterator[Styled]:
    for branch in branches:
        family = branch.family
        if family.reading is not None and family.reading.value:
            continue
        if family.error is not None:
            words = tr("{school}: {trouble}", school=branch.place, trouble=brief(family.error, zone))
            yield warning(f"! {words}")
        elif family.reading is None:
            yield quiet(tr("{school}: {trouble}", school=branch.place, trouble=tr("loading")))
        else:
            yield quiet(
                tr("{school}: {trouble}", school=branch.place, trouble=tr("no child is linked there"))
            )
