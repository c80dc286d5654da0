"""Options that several commands have."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Protocol

from optilearn_tui.cli.front_page import OPTIONS
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from argparse import Action


class TakesOptions(Protocol):
    """A parser, or a group of options of one."""

    def add_argument(
        self,
        *flags: str,
        dest: str | None = None,
        action: str = ...,
        metavar: str | None = None,
        default: str | None = None,
        help: str | None = None,  # noqa: A002 - argparse
    ) -> Action:
        """Add one option."""


def add_account(to: TakesOptions) -> None:
    """Let a command be on behalf of one of several accounts."""
    to.add_argument(
        "--account",
        metavar=tr("WHO"),
        default=argparse.SUPPRESS,  # so that a command does not undo what stood before it
        help=tr(OPTIONS["--account"]),
    )


def add_json(to: TakesOptions) -> None:
    """Let a command print JSON."""
    to.add_argument(
        "--json", dest="as_json", action="store_true", help=tr("print JSON, which never follows the language")
    )
