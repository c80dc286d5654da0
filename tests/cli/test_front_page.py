"""The page of `--help` tells what the parser takes, in every width, without the parser."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys

import pytest

from optilearn_tui import __version__
from optilearn_tui.cli import front_page
from optilearn_tui.cli.arguments import parser
from optilearn_tui.i18n import Language, use

VERSION = f"optilearn {__version__}\n"

WITHOUT_PARSER = """
import sys
from optilearn_tui.cli import main
code = main(sys.argv[1:], environ={})
slow = [name for name in ("argparse", "typing", "pathlib", "json", "re") if name in sys.modules]
print(code, slow, file=sys.stderr)
"""


def test_the_page_lists_the_commands_and_options_there_are() -> None:
    program = parser()
    options = {flag for action in program._actions for flag in action.option_strings if flag.startswith("--")}
    commands = next(each for each in program._actions if isinstance(each, argparse._SubParsersAction))

    assert set(front_page.OPTIONS) == options
    assert list(front_page.COMMANDS) == list(commands.choices)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("columns", [40, 78, 200])
def test_the_page_keeps_to_its_width_and_is_what_the_parser_prints(
    columns: int, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns + 2))
    use(language)
    page, parser_says = front_page.page(columns), parser().format_help()
    use(Language.EN)

    assert all(len(line) <= columns for line in page.splitlines())
    assert re.findall(r"^ {4}(\S+)", page, re.MULTILINE) == list(front_page.COMMANDS)
    assert parser_says == page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--help"], "usage: optilearn"),
        (["-h"], "usage: optilearn"),
        (["--lang", "en", "--help"], "usage: optilearn"),
        (["--lang", "hi", "--help"], "प्रयोग: optilearn"),
        (["--version"], VERSION),
        (["--lang", "hi", "--version"], VERSION),
    ],
)
def test_the_page_and_the_version_need_nothing_that_takes_time(words: list[str], told: str) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", WITHOUT_PARSER, *words],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    )

    assert asked.stderr == "0 []\n"
    assert asked.stdout.startswith(told)
