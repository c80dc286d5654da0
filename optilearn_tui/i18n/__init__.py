"""Words in the person's language: messages, plurals, dates, money, and what went wrong in plain sentences.

The English text is the message's name. Nothing here imports Babel until a date, a grouped number or an
amount is wanted.
"""

from optilearn_tui.i18n.language import Language, choose, current, use
from optilearn_tui.i18n.messages import N_, ntr, ptr, tr

__all__ = ["N_", "Language", "choose", "current", "ntr", "ptr", "tr", "use"]
