"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from argparse import Action


class TakesOptions(Protocol):
    """A parser, or a group of options of one."""

    def add_argument(self, *flags: str, dest: str, action: str, help: str) -> Action:  # noqa: A002 - argparse
        """Add one option."""


def add_json(to: TakesOptions) -> None:
    """Let a command print JSON."""
    to.add_argument(
        "--json", dest="as_json", action="store_true", help=tr("print JSON, which never follows the language")
    )
