"""The words of `argparse` in the person's language.

`argparse` looks its own words up through the standard library's process-wide gettext domain, which reads
compiled files only. There are none here, so its lookup is pointed at ours.
"""

from __future__ import annotations

import argparse

from optilearn_tui.i18n import N_, ntr, tr

_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""Those of its words that this program's commands can bring about; here to be found for translation."""


def teach() -> None:
    """Make `argparse` speak the current language, for parsers made from now on."""
    vars(argparse).update(_=tr, ngettext=ntr)
