"""Numbers, percentages, money and marks as they are read in India."""

from __future__ import annotations

import math

from optilearn_tui.i18n.digits import in_digits
from optilearn_tui.i18n.language import current

_UNGROUPED_BELOW = 1000


def number(x: float) -> str:
    """A number with its digits grouped the Indian way (12,50,000) and at most two decimals."""
    if isinstance(x, int) and abs(x) < _UNGROUPED_BELOW:
        return in_digits(str(x))  # The common case; Babel stays unloaded for it.
    from babel.numbers import format_decimal

    return in_digits(format_decimal(round(x, 2), format="#,##,##0.##", locale=current().locale))


def percent(x: float) -> str:
    """`x`, which is 0 to 100, as whole percent: `84%`. Halves go up, as one learns at school: 84.5 is 85%."""
    return f"{number(math.floor(x + 0.5))}%"


def rupees(x: float) -> str:
    """An amount in rupees, grouped the Indian way: `₹1,25,000`; paise only where there are any."""
    from babel.numbers import format_currency

    amount = round(x, 2)
    pattern = "¤#,##,##0" if amount == int(amount) else "¤#,##,##0.00"
    return in_digits(
        format_currency(amount, "INR", format=pattern, locale=current().locale, currency_digits=False)
    )


def score(s: float, maximum: float) -> str:
    """Marks out of the most that could be had: `42/50` (PLATFORM.md §7)."""
    return f"{number(_whole(s))}/{number(_whole(maximum))}"


def _whole(x: float) -> float:
    return int(x) if x == int(x) else x
