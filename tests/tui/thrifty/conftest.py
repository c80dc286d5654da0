"""The terminal is the usual one again once a test is over."""

from tests.tui.terminal_widths.conftest import _the_usual_terminal_afterwards

__all__ = ["_the_usual_terminal_afterwards"]
