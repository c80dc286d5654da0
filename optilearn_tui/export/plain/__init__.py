"""Readable plain text for pipes and screen readers: headings, then one fact a line; nothing is drawn."""

from optilearn_tui.export.plain.children import children, name_of
from optilearn_tui.export.plain.identity import whoami
from optilearn_tui.export.plain.overview import overview

__all__ = ["children", "name_of", "overview", "whoami"]
