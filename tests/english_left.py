"""Finds English that was left on a Hindi page, and knows what may stand there in Latin letters.

What a school sent is shown as it was sent; brands, keys, commands, options and variables have no Hindi.
Everything else in Latin letters is a word that nobody translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from optilearn_tui.api.models import clean
from optilearn_tui.sandbox import Sandbox
from tests.conftest import NOON

CATALOGUE = Path(__file__).parent.parent / "locales" / "hi" / "LC_MESSAGES" / "messages.po"

BRANDS = "OptiLearn OptiCRM optilearn English Hindi PDF JSON CSV UTF TOML OTP ID HTTP http https localhost"
TECHNIQUES = "DNS TLS JWS JWE"
KEYS = "Ctrl Esc Tab Enter Shift Space PgUp PgDn Home End Del F Alt"
"""Names; they are written so and in no other case."""

_TYPED = re.compile(
    r"(?:https?://\S+|\boptilearn(?: [a-z]+)+(?: --[a-z-]+(?: [a-z]+)?)*|\S*session-token"
    r"|\b(?:section|class|course|c|u)-[\w-]*\w|[\w.+-]+@[\w.-]+"
    r"|(?<![\w-])--?[A-Za-z][\w-]*|\b[A-Z][A-Z0-9]*_[A-Z_0-9]*|[\w./~-]*/[\w./~-]+"
    r"|\b[\w-]+\.(?:app|toml|csv|json|com|example)\b|\{\w+\})"
)
"""What is typed or opened letter by letter: addresses, ids, options, variables, files."""

_UNDER_A_NOTICE = re.compile(r"(?<=\w)(?=▌)")
"""Where a notice lies over the rest of a word."""

_CLOCK = re.compile(r"(\d|[०-९]) ?[ap]m\b")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_RUN = re.compile(rf"{_WORD.pattern}(?:[^A-Za-z\u0900-\u0963\u0966-\u097f│┃─━╺╸▏▕]{{1,2}}{_WORD.pattern})*…?")


@dataclass(frozen=True)
class FromSchool:
    """What the school says: whole texts, word by word, and single words nobody translates."""

    texts: str
    words: frozenset[str]

    @classmethod
    def of(cls, data: object) -> FromSchool:
        """Whatever text there is anywhere in this data."""
        lists = [[word.casefold() for word in _WORD.findall(text)] for text in sorted(_texts_in(data))]
        joined = "\n".join(f" {' '.join(words)} " for words in lists if words)
        return cls(joined, frozenset(word for words in lists for word in words) - english_words())

    def has(self, words: list[str], *, is_cut: bool) -> bool:
        """Whether these words come from the school: together, or one that is not a word of the program."""
        end = "" if is_cut else " "
        whole = " " + " ".join(words) + end
        if len(words) > 1 or is_cut:
            return whole in self.texts
        return words[0] in self.words or f"\n{whole}\n" in f"\n{self.texts}\n"


def english_left(page: str, school: FromSchool, *, also: Iterable[str] = ()) -> list[str]:
    """The English on a page that is neither the school's nor a name, in the order of the page."""
    allowed = {*f"{BRANDS} {TECHNIQUES} {KEYS}".split(), *also}
    return [run for line in page.splitlines() for run in _runs(line) if not _may_stay(run, school, allowed)]


def _runs(line: str) -> Iterator[str]:
    line = _TYPED.sub("|", _CLOCK.sub(r"\1", _UNDER_A_NOTICE.sub("…", line)))
    return (found[0] for found in _RUN.finditer(line.replace("|", " · ")))


def _may_stay(run: str, school: FromSchool, allowed: set[str]) -> bool:
    """Whether the run can be cut into pieces each of which may stay."""
    words = _WORD.findall(run)
    reached = {0}
    for end in range(1, len(words) + 1):
        for start in range(end):
            piece = words[start:end]
            is_cut = end == len(words) and run.endswith("…")
            single = len(piece) == 1 and (piece[0] in allowed or len(piece[0]) == 1)
            if start in reached and (single or school.has(list(map(str.casefold, piece)), is_cut=is_cut)):
                reached.add(end)
                break
    return len(words) in reached


@cache
def bundled_school() -> FromSchool:
    """All that the bundled schools say on the day of the tests, and who is there."""
    sandbox = Sandbox(clock=lambda: NOON)
    return FromSchool.of([sandbox.data, sandbox.accounts])


@cache
def english_words() -> frozenset[str]:
    """Every word the program has in English."""
    with CATALOGUE.open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    texts = (text for ids in messages for text in ([ids] if isinstance(ids, str) else ids))
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _texts_in(data: object) -> set[str]:
    """Each text that is anywhere in this data; most of a school's are there a thousand times."""
    texts: set[str] = set()
    left = [data]
    while left:
        match left.pop():
            case str() as text:
                texts.add(text)
            case Mapping() as fields:
                left.extend(fields.values())
            case (list() | tuple() | set() | frozenset()) as several:
                left.extend(several)
            case thing:
                names = [*getattr(thing, "__dict__", ()), *getattr(type(thing), "__slots__", ())]
                left.extend(getattr(thing, name, None) for name in names)
    return {clean(text) for text in texts}
