"""The commands for those who work at a school, and their options (COMMANDS.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from optilearn_tui.cli.options import add_json
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser

    Command = Callable[[str], ArgumentParser]


def add_staff_commands(command: Command) -> None:
    """Add `classes`, `roster`, `student`, `find` and `targeting`.

    Args:
        command: makes the parser of a command of this name.
    """
    add_json(command("classes"))
    _add_roster(command("roster"))
    _add_student(command("student"))
    _add_find(command("find"))
    _add_targeting(command("targeting"))


def _add_roster(roster: ArgumentParser) -> None:
    roster.add_argument("section", metavar=tr("SECTION"), help=tr("id or name of the section, such as 8-B"))
    shape = roster.add_mutually_exclusive_group()
    shape.add_argument(
        "--csv", dest="as_csv", action="store_true", help=tr("print CSV, in which no cell is a formula")
    )
    add_json(shape)


def _add_student(student: ArgumentParser) -> None:
    student.add_argument("contact", metavar=tr("CONTACT"), help=tr("contact id of the student"))
    student.add_argument("--fees", action="store_true", help=tr("tell how the fees stand as well"))
    add_json(student)


def _add_find(find: ArgumentParser) -> None:
    find.add_argument(
        "text",
        metavar=tr("TEXT"),
        help=tr("any part of a name, roll number, student code, phone number or e-mail address"),
    )
    add_json(find)


def _add_targeting(targeting: ArgumentParser) -> None:
    about = targeting.add_mutually_exclusive_group()
    about.add_argument(
        "--course", metavar=tr("ID"), help=tr("only this course and what is announced beside it")
    )
    about.add_argument(
        "--class", dest="class_", metavar=tr("ID"), help=tr("only what is for this class, or a part of it")
    )
    about.add_argument("--section", metavar=tr("ID"), help=tr("only what is for this section"))
    about.add_argument(
        "--student", metavar=tr("ID"), help=tr("everything, and whether this student sees it and why")
    )
    add_json(targeting)
