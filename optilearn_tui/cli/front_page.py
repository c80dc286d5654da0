"""The page that `optilearn --help` prints: which commands there are, and what can be said to all of them.

Printed without `argparse`, which takes longer to import than all the rest; the parser prints the same page.
The line of `--version` is printed so as well.
"""

from __future__ import annotations

import os
import sys

from optilearn_tui import __version__
from optilearn_tui.i18n import N_, Language, choose, tr, use

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PROGRAM = "optilearn"
VERSION = f"{PROGRAM} {__version__}"
DOES = N_("How your children are doing at school, in a terminal.")
COMMANDS_DO = N_("Without a command the dashboard opens; it asks you to sign in when needed.")

OPTIONS = {
    "--help": N_("show this help message and exit"),
    "--version": N_("show program's version number and exit"),
    "--lang": N_("language: en for English, hi for Hindi"),
    "--account": N_(
        "whose account, where this computer knows several: e-mail address, or a part of the name"
    ),
    "--low-data": N_("ask only for what is looked at, and be patient: for a slow or dear line"),
}
"""What can be said before any command, and what it does."""

COMMANDS = {
    "demo": N_("open the dashboard on a bundled school; stores nothing"),
    "sandbox": N_("serve the bundled school over HTTP on this computer"),
    "login": N_("sign in and keep the session on this computer"),
    "logout": N_("sign out and forget the session"),
    "accounts": N_("list the accounts on this computer, or choose one"),
    "whoami": N_("say who is signed in"),
    "doctor": N_("say what is wrong between here and the school, and what to do next"),
    "children": N_("list the children of the parent who is signed in"),
    "overview": N_("tell everything about one child"),
    "classes": N_("staff: list the classes and their sections"),
    "roster": N_("staff: list who sits in a section"),
    "student": N_("staff: tell about one student, and how to reach the parents"),
    "find": N_("staff: find a student or a parent anywhere in the school"),
    "targeting": N_("staff: tell who sees which courses and announcements, and why"),
}
"""Every command and what it does, in the order in which they are listed."""

_HELP_COLUMN = 18
_FEWEST_COLUMNS = 40
_USUAL_COLUMNS = 80


def is_asked(words: Sequence[str]) -> bool:
    """Whether these words ask for this page, or for the version, and for nothing else."""
    match words:
        case ["--help" | "-h" | "--version"] | ["--lang", "en" | "hi", "--help" | "-h" | "--version"]:
            return sys.stdout is not None and sys.stdout.encoding.lower().startswith("utf")
        case _:
            return False


def show(words: Sequence[str], environ: Mapping[str, str]) -> None:
    """Print what is asked for, in the language that these words, the environment or the settings say.

    Raises:
        OSError: it cannot be written.
    """
    if words[-1] == "--version":
        sys.stdout.write(f"{VERSION}\n")
        return
    from optilearn_tui.cli.glance import glance
    from optilearn_tui.cli.words_asked import language_asked

    use(choose(language_asked(words), environ, glance(environ).get("language")))
    sys.stdout.write(page(columns(environ)))


def page(wide: int) -> str:
    """The page in the language spoken now, for so many columns."""
    return "\n".join([*_above(wide), "", *_commands(wide), ""])


def _above(wide: int) -> Iterator[str]:
    """How the program is called, what it does, and its options."""
    languages = ",".join(language.value for language in Language)
    named = {"--lang": f"--lang {{{languages}}}", "--account": f"--account {tr('WHO')}"}
    called = f"{tr('usage: ')}{PROGRAM}"
    options = [f"[{named.get(option, option)}]" for option in OPTIONS if option != "--help"]
    yield from _wrapped([called, "[-h]", *options, tr("command"), "..."], wide, len(called) + 1)
    yield from ("", *_wrapped(tr(DOES).split(" "), wide), "", f"{tr('options')}:")
    for option, does in OPTIONS.items():
        name = "-h, --help" if option == "--help" else named.get(option, option)
        yield from _entry(f"  {name}", tr(does), wide)


def _commands(wide: int) -> Iterator[str]:
    """Every command."""
    yield tr("commands") + ":"
    yield from (f"  {line}" for line in _wrapped(tr(COMMANDS_DO).split(" "), wide - 2))
    yield ""
    for name, does in COMMANDS.items():
        yield from _entry(f"    {name}", tr(does), wide)


def columns(environ: Mapping[str, str]) -> int:
    """How wide the page may be."""
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return max(int(told) - 2, _FEWEST_COLUMNS)
    try:
        return max(os.get_terminal_size(1).columns - 2, _FEWEST_COLUMNS)
    except OSError:
        return _USUAL_COLUMNS - 2


def _entry(named: str, does: str, wide: int) -> Iterator[str]:
    """A name and, beside it, what it does; below it, where the name is too long."""
    first, *others = _wrapped(does.split(" "), wide - _HELP_COLUMN)
    if len(named) + 2 <= _HELP_COLUMN:
        yield named.ljust(_HELP_COLUMN) + first
    else:
        yield named
        yield " " * _HELP_COLUMN + first
    yield from (" " * _HELP_COLUMN + line for line in others)


def _wrapped(words: Sequence[str], wide: int, indent: int = 0) -> Iterator[str]:
    """Lines of words, all but the first indented."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if len(longer) > wide and line:
            yield line
            longer = " " * indent + word
        line = longer
    yield line
