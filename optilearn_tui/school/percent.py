"""How parts of a whole become percentages, the same everywhere."""

from __future__ import annotations


def share(part: int, whole: int) -> int:
    """`part` of `whole` in whole percent, halves up, but 100 only for all of it and 0 only for none of it.

    Neither "100 %" beside a missed class nor "0 %" beside an attended one can come out.

    Raises:
        ValueError: unless `0 <= part <= whole` and `whole > 0`.
    """
    if whole <= 0 or not 0 <= part <= whole:
        message = f"no share: {part} of {whole}"
        raise ValueError(message)
    if part in {0, whole}:
        return 100 if part else 0
    return min(99, max(1, (200 * part + whole) // (2 * whole)))
