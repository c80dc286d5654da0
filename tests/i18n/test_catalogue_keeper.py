"""The script of the gate that keeps the translations whole."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "catalogue.py"
HEADER = """\
# Words to keep the same.
msgid ""
msgstr ""
"Language: hi\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""
PROGRAM = """\
def show(n, name):
    tr("Hello, {name}", name=name)
    # Translators: what a parent sees first
    ntr("{n} course", "{n} courses", n)
    ptr("verb", "Open")
    return N_("Fees")
"""
WHOLE = """
msgid "Hello, {name}"
msgstr "नमस्ते, {name}"

msgid "{n} course"
msgid_plural "{n} courses"
msgstr[0] "{n} कोर्स"
msgstr[1] "{n} कोर्स"

msgctxt "verb"
msgid "Open"
msgstr "खोलें"

msgid "Fees"
msgstr "शुल्क"
"""


@dataclass(frozen=True)
class Tree:
    """A working tree with one program and one translation."""

    root: Path

    @property
    def po(self) -> Path:
        """The translation."""
        return self.root / "locales" / "hi" / "LC_MESSAGES" / "messages.po"

    @property
    def pot(self) -> Path:
        """The template."""
        return self.root / "locales" / "messages.pot"

    def program(self, text: str) -> None:
        """Let the program be this."""
        (self.root / "optilearn_tui" / "program.py").write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> tuple[int, str]:
        """The script's exit code and what it said."""
        done = subprocess.run(
            [sys.executable, "-X", "utf8", SCRIPT, *arguments, "--root", self.root],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.stderr == ""
        return done.returncode, done.stdout


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A tree in which every message is translated."""
    tree = Tree(tmp_path)
    (tmp_path / "optilearn_tui").mkdir()
    tree.program(PROGRAM)
    tree.po.parent.mkdir(parents=True)
    tree.po.write_text(HEADER + WHOLE, encoding="utf-8")
    tree.run("update")
    return tree


def test_a_whole_catalogue_passes(tree: Tree) -> None:
    assert tree.run("check") == (0, "Every message is translated.\n")


def test_updating_twice_changes_nothing(tree: Tree) -> None:
    before = (tree.pot.read_bytes(), tree.po.read_bytes())
    tree.run("update")
    assert (tree.pot.read_bytes(), tree.po.read_bytes()) == before


def test_the_files_hold_words_and_no_dates_or_line_numbers(tree: Tree) -> None:
    text = tree.po.read_text(encoding="utf-8")
    assert text.startswith("# Words to keep the same.\n")
    assert "#. what a parent sees first\n" in text
    assert "#: optilearn_tui/program.py\n" in text
    assert "Date" not in text
    assert "Generated" not in text


def test_moving_code_changes_no_catalogue(tree: Tree) -> None:
    before = tree.pot.read_bytes()
    tree.program("\n\n" + PROGRAM)
    tree.run("update")
    assert tree.pot.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "शुल्क"', 'msgstr ""', "missing: “Fees”"),
        ('msgid "Fees"', '#, fuzzy\nmsgid "Fees"', "fuzzy: “Fees”"),
        ("नमस्ते, {name}", "नमस्ते, {naam}", "placeholders differ: “Hello, {name}”"),
        ("नमस्ते, {name}", "नमस्ते", "placeholders differ: “Hello, {name}”"),
        ("नमस्ते, {name}", "नमस्ते, {name", "broken placeholder"),
        ('msgstr[1] "{n} कोर्स"', 'msgstr[1] ""', "plural forms missing: “{n} course”"),
        ("plural=(n > 1)", "plural=(n != 1)", "the plural header has to be"),
        ('msgid "Fees"', 'msgid "Old"\nmsgstr "पुराना"\n\nmsgid "Fees"', "obsolete: “Old”"),
        ('msgid "Fees"', '#~ msgid "Gone"\n#~ msgstr "गया"\n\nmsgid "Fees"', "obsolete: “Gone”"),
    ],
)
def test_each_problem_of_a_translation_is_named(tree: Tree, old: str, new: str, problem: str) -> None:
    text = tree.po.read_text(encoding="utf-8")
    assert old in text
    tree.po.write_text(text.replace(old, new), encoding="utf-8")
    code, said = tree.run("check")
    assert code == 1
    assert f"locales/hi/LC_MESSAGES/messages.po: {problem}" in said


def test_a_stale_template_is_named_with_what_it_lacks(tree: Tree) -> None:
    tree.program(PROGRAM.replace("Fees", "Dues"))
    code, said = tree.run("check")
    assert code == 1
    assert "messages.pot is stale" in said
    assert "messages.pot lacks “Dues”" in said
    assert "messages.pot still has “Fees”" in said


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ('tr(f"Hello {name}")', "tr() takes a plain string"),
        ('tr("Hello " + name)', "tr() takes a plain string"),
        ('tr("Hello {}".format(name))', "tr() takes a plain string"),
        ('tr("Hello, {name}")', "tr(): {name} gets no value"),
        ('tr("Fees", name=name)', "tr(): no place for name="),
        ('ntr("{n} of {all}", "{n} of {all}", n)', "ntr(): {all} gets no value"),
        ('ptr("verb", "Open {it}")', "ptr(): {it} gets no value"),
        ("f\"{tr('Hidden')}!\"", "tr() inside an f-string is not extracted: “Hidden”"),
    ],
)
def test_a_call_that_cannot_be_translated_is_named_with_its_place(
    tree: Tree, call: str, problem: str
) -> None:
    tree.program(f"{PROGRAM}\n\ndef more(n, name):\n    return {call}\n")
    code, said = tree.run("check")
    assert code == 1
    assert f"optilearn_tui/program.py:10: {problem}" in said


def test_what_the_program_stops_saying_is_kept_until_pruned_and_comes_back(tree: Tree) -> None:
    tree.program(PROGRAM.replace('N_("Fees")', "None"))
    tree.run("update")
    assert '#~ msgstr "शुल्क"' in tree.po.read_text(encoding="utf-8")
    tree.program(PROGRAM)
    tree.run("update")
    assert tree.run("check")[0] == 0
    tree.program(PROGRAM.replace('N_("Fees")', "None"))
    tree.run("update", "--prune")
    assert "शुल्क" not in tree.po.read_text(encoding="utf-8")
    assert tree.run("check")[0] == 0
