"""Words for what the checks found: a sentence, and the next step where there is one to take."""

from optilearn_tui.doctor.words.evidence import evidence_lines
from optilearn_tui.doctor.words.sentences import worded
from optilearn_tui.doctor.words.titles import SIGNS, title_of

__all__ = ["SIGNS", "evidence_lines", "title_of", "worded"]
