"""The commands and their options (COMMANDS.md: names and options are a promise to scripts)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from typing_extensions import override

from optilearn_tui.cli import front_page
from optilearn_tui.cli.options import add_account, add_json
from optilearn_tui.cli.staff_arguments import add_staff_commands
from optilearn_tui.i18n import Language, tr

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Scale

_HIGHEST_PORT = 65_535


class Arguments(argparse.Namespace):
    """What was asked for. The values here stand where an option was not given."""

    command: str = "dashboard"
    lang: str | None = None
    low_data: bool = False
    account: str | None = None
    default: str | None = None
    every: bool = False
    as_json: bool = False
    child: str = ""
    kind: str | None = None
    institution: str | None = None
    email: str | None = None
    password_stdin: bool = False
    token_stdin: bool = False
    service_key_stdin: bool = False
    store: str = "keyring"
    host: str = "127.0.0.1"
    port: int = 8400
    slow: int = 0
    fail: Sequence[str] = ()
    scale: Scale = "small"
    section: str | None = None
    as_csv: bool = False
    contact: str = ""
    fees: bool = False
    text: str = ""
    course: str | None = None
    class_: str | None = None
    student: str | None = None
    parent: str | None = None


class Parser(argparse.ArgumentParser):
    """An `argparse` parser without abbreviations: they would break when an option is added."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)


class _Program(Parser):
    """The parser of everything: its help is the front page."""

    @override
    def format_help(self) -> str:
        return front_page.page(front_page.columns(os.environ))


class _RefuseSecret(argparse.Action):
    """Refuses a secret on the command line, where other people of the computer can read it."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        given = self.option_strings[0]
        parser.error(
            tr(
                "a secret on the command line can be read by others; {option}-stdin takes it safely",
                option=given,
            )
        )


def parser() -> Parser:
    """The parser of the whole command line, in the language spoken now."""
    program = _Program(front_page.PROGRAM, tr(front_page.DOES))
    program.add_argument(
        "--version",
        action="version",
        version=front_page.VERSION,
        help=tr(front_page.OPTIONS["--version"]),
    )
    _add_language(program)
    add_account(program)
    program.add_argument(
        "--low-data",
        action="store_true",
        default=argparse.SUPPRESS,
        help=tr(front_page.OPTIONS["--low-data"]),
    )
    commands = program.add_subparsers(metavar=tr("command"), dest="command", parser_class=Parser)

    def command(name: str) -> Parser:
        does = tr(front_page.COMMANDS[name])
        made = commands.add_parser(name, help=does, description=does)
        _add_language(made)
        return made

    def personal(name: str) -> Parser:
        made = command(name)
        add_account(made)
        return made

    _add_demo(command("demo"))
    _add_sandbox(command("sandbox"))
    _add_login(command("login"))
    _add_logout(personal("logout"))
    _add_accounts(command("accounts"))
    add_json(personal("whoami"))
    _add_doctor(personal("doctor"))
    add_json(personal("children"))
    _add_overview(personal("overview"))
    add_staff_commands(personal)
    return program


def _add_language(to: Parser) -> None:
    to.add_argument(
        "--lang",
        choices=[language.value for language in Language],
        default=argparse.SUPPRESS,  # so that a command does not undo what stood before it
        help=tr(front_page.OPTIONS["--lang"]),
    )


def _add_kind(to: Parser, help_: str) -> None:
    to.add_argument("--as", dest="kind", choices=["parent", "staff"], help=help_)


def _add_demo(demo: Parser) -> None:
    _add_kind(demo, tr("whose dashboard to open (default: parent)"))


def _add_sandbox(sandbox: Parser) -> None:
    sandbox.add_argument(
        "--port",
        type=_port,
        default=Arguments.port,
        metavar=tr("NUMBER"),
        help=tr("port to listen on; 0 picks a free one (default: %(default)s)"),
    )
    sandbox.add_argument(
        "--host",
        default=Arguments.host,
        metavar=tr("ADDRESS"),
        help=tr("address to listen on (default: %(default)s, this computer only)"),
    )
    sandbox.add_argument(
        "--json", dest="as_json", action="store_true", help=tr("print one line of JSON when ready")
    )
    sandbox.add_argument(
        "--slow",
        type=_milliseconds,
        default=Arguments.slow,
        metavar=tr("MILLISECONDS"),
        help=tr("let every answer take this long"),
    )
    sandbox.add_argument(
        "--fail",
        action="append",
        default=[],
        metavar=tr("PART=STATUS|html"),
        help=tr("let one part fail, such as overview=500 or fees=html; may be given several times"),
    )
    sandbox.add_argument(
        "--scale",
        choices=["small", "large"],
        default=Arguments.scale,
        help=tr("size of the school; large has 500 sections and 20,000 students (default: %(default)s)"),
    )


def _add_overview(overview: Parser) -> None:
    overview.add_argument(
        "child",
        metavar=tr("CHILD"),
        help=tr("contact id, student code, or a part of the name that only one child has"),
    )
    add_json(overview)


def _add_logout(logout: Parser) -> None:
    logout.add_argument(
        "--all", dest="every", action="store_true", help=tr("sign out of every account on this computer")
    )


def _add_accounts(accounts: Parser) -> None:
    accounts.add_argument(
        "--default",
        metavar=tr("WHO"),
        help=tr("begin with this account from now on: e-mail address, or a part of the name"),
    )
    add_json(accounts)


def _add_doctor(doctor: Parser) -> None:
    doctor.add_argument(
        "--parent",
        metavar=tr("CONTACT"),
        help=tr("staff: is this parent linked to the student? A contact id"),
    )
    doctor.add_argument("--student", metavar=tr("CONTACT"), help=tr("the contact id of that student"))
    add_json(doctor)


def _add_login(login: Parser) -> None:
    login.add_argument(
        "--institution", metavar=tr("NAME"), help=tr("the school's short name, as in its address")
    )
    _add_kind(login, tr("student or parent account, or staff account (default: parent)"))
    login.add_argument("--email", metavar=tr("ADDRESS"), help=tr("e-mail address of the account"))
    secret = login.add_mutually_exclusive_group()
    secret.add_argument(
        "--password-stdin", action="store_true", help=tr("read the password from standard input")
    )
    secret.add_argument(
        "--token-stdin",
        action="store_true",
        help=tr("read a session token, copied from the browser, from standard input"),
    )
    secret.add_argument(
        "--service-key-stdin",
        action="store_true",
        help=tr("staff: read the school's service key from standard input and keep it, without signing in"),
    )
    login.add_argument(
        "--store",
        choices=["keyring", "file", "memory"],
        default=Arguments.store,
        help=tr("where to keep the session or the key (default: %(default)s)"),
    )
    for option in ("--password", "--token", "--service-key"):
        login.add_argument(option, nargs="?", action=_RefuseSecret, help=argparse.SUPPRESS)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(tr("a port is a number from 0 to {highest}", highest=_HIGHEST_PORT))
    return int(text)


def _milliseconds(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(tr("a time in milliseconds is a whole number"))
    return int(text)
