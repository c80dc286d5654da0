"""Answers kept for reuse: as the platform allows, for one person at one institution (PLATFORM.md §5)."""

from optilearn_tui.api.cache.kept import Amount, Kept
from optilearn_tui.api.cache.memory import MemoryShelf
from optilearn_tui.api.cache.shelf import SHELF_FILE, Shelf

AnyShelf = Shelf | MemoryShelf
"""Where answers may be kept."""

__all__ = ["SHELF_FILE", "Amount", "AnyShelf", "Kept", "MemoryShelf", "Shelf"]
