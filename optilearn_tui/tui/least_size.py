"""How large a terminal has to be for the screens to be of use."""

FEWEST_COLUMNS = 60
FEWEST_LINES = 18


def is_large_enough(columns: int, lines: int) -> bool:
    """Whether the screens can be used at this size."""
    return columns >= FEWEST_COLUMNS and lines >= FEWEST_LINES
