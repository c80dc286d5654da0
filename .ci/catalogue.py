"""The translations' keeper: takes the messages out of the program, and says what the catalogues lack.

    python .ci/catalogue.py update [--prune]   rewrites messages.pot and brings every messages.po up to date
    python .ci/catalogue.py check              names each problem and fails when there is one

Messages are the plain strings in `tr("…")`, `ntr("…", "…", n)`, `ptr("context", "…")` and `N_("…")`.
A comment that begins with `Translators:` on the line above goes into the catalogue. `update` never throws a
translation away: what the program no longer says stays below as obsolete until `--prune`.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = "optilearn_tui"
KEYWORDS = {"tr": None, "N_": None, "ntr": (1, 2), "ptr": ((1, "c"), 2)}
TEXTS = {"tr": (0,), "N_": (0,), "ntr": (0, 1), "ptr": (0, 1)}
PLURALS = "nplurals=2; plural=(n > 1);"
_HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_OTHER_HEADERS = re.compile(rf'^"(?!(?:{"|".join(_HEADERS)}): )[A-Z][\w-]+: [^\n]*\n', re.MULTILINE)
_PERCENT = re.compile(r"%(?:\(\w+\))?[srd]")
_POT_HEADER = "# Messages of OptiLearn in the terminal. Written by .ci/catalogue.py; do not edit."


@dataclass(frozen=True)
class Project:
    """Where things lie below the root of the working tree."""

    root: Path

    @property
    def pot(self) -> Path:
        """All messages, untranslated."""
        return self.root / "locales" / "messages.pot"

    @property
    def pos(self) -> list[Path]:
        """The translations, one for each language."""
        return sorted(self.root.glob("locales/*/LC_MESSAGES/messages.po"))

    @property
    def sources(self) -> list[Path]:
        """The program."""
        return sorted((self.root / PACKAGE).rglob("*.py"))


def extracted(project: Project) -> Catalog:
    """The messages that the program says now."""
    catalog = Catalog(charset="utf-8", header_comment=_POT_HEADER, fuzzy=False)
    found = extract_from_dir(
        project.root / PACKAGE,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, line, message, comments, context in found:
        place = (f"{PACKAGE}/{Path(name).as_posix()}", line)
        catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def text_of(catalog: Catalog) -> str:
    """A catalogue as it is written: sorted, without line numbers or dates, so that diffs show only words."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, include_lineno=False)
    head, gap, rest = buffer.getvalue().decode().partition("\n\n")
    return _OTHER_HEADERS.sub("", f"{head}\n") + gap[1:] + rest


def parsed(path: Path) -> Catalog:
    """The catalogue in a file; its language is the name of its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, charset="utf-8")


def update(project: Project, *, prune: bool) -> None:
    """Rewrite the template and bring every translation up to date with it."""
    template = extracted(project)
    project.pot.parent.mkdir(parents=True, exist_ok=True)
    project.pot.write_text(text_of(template), encoding="utf-8")
    for path in project.pos:
        catalog = parsed(path)
        for message in catalog.obsolete.values():
            # A message that the program says again gets its translation back.
            if catalog.get(_key(message), message.context) is None:
                catalog[message.id] = message
        catalog.obsolete.clear()
        # A guess at a similar sentence would be a wrong sentence.
        catalog.update(template, no_fuzzy_matching=True)
        if prune:
            catalog.obsolete.clear()
        path.write_text(text_of(catalog), encoding="utf-8")
        missing = sum(1 for message in catalog if message.id and not _is_whole(message))
        print(f"{path.relative_to(project.root)}: {missing} to translate, {len(catalog.obsolete)} obsolete")


def check(project: Project) -> list[str]:
    """Every problem of the messages and their translations, each as one line."""
    template = extracted(project)
    problems = [problem for path in project.sources for problem in _faults_of_calls(project, path, template)]
    problems += _staleness(project, template)
    if not project.pos:
        problems.append("locales: there is no translation")
    for path in project.pos:
        name = path.relative_to(project.root).as_posix()
        problems += [f"{name}: {problem}" for problem in _faults_of_catalogue(path, template)]
    return problems


def _staleness(project: Project, template: Catalog) -> Iterator[str]:
    if not project.pot.is_file():
        yield "locales/messages.pot is missing: run “.ci/catalogue.py update”"
        return
    if project.pot.read_text(encoding="utf-8") == text_of(template):
        return
    written = {(message.context, message.id) for message in parsed_template(project.pot)}
    said = {(message.context, message.id) for message in template}
    yield "locales/messages.pot is stale: run “.ci/catalogue.py update”"
    yield from (f"locales/messages.pot lacks {_quoted(id_)}" for _, id_ in sorted(said - written, key=str))
    yield from (
        f"locales/messages.pot still has {_quoted(id_)}" for _, id_ in sorted(written - said, key=str)
    )


def parsed_template(path: Path) -> Catalog:
    """The catalogue in the template."""
    with path.open("rb") as file:
        return read_po(file, charset="utf-8")


def _faults_of_catalogue(path: Path, template: Catalog) -> Iterator[str]:
    catalog = parsed(path)
    header = re.search(r'^"Plural-Forms: ([^"\\]*)', path.read_text(encoding="utf-8"), re.MULTILINE)
    if header is None or header[1].strip() != PLURALS:
        yield f"the plural header has to be “{PLURALS}”"
    for message in template:
        if message.id:
            translated = catalog.get(_key(message), message.context)
            yield from _faults_of_translation(message, translated)
    said = {(message.context, _key(message)) for message in template}
    kept = [message for message in catalog if (message.context, _key(message)) not in said]
    for message in [*kept, *catalog.obsolete.values()]:
        yield f"obsolete: {_quoted(message.id)}"


def _faults_of_translation(message: Message, translated: Message | None) -> Iterator[str]:
    name = _quoted(message.id)
    if translated is None or not any(_forms(translated.string)):
        yield f"missing: {name}"
        return
    if translated.fuzzy:
        yield f"fuzzy: {name}"
    ids, forms = _forms(message.id), _forms(translated.string)
    if len(forms) != len(ids) or not all(forms):
        yield f"plural forms missing: {name}"
        return
    for source, form in zip(ids, forms, strict=True):
        try:
            differ = placeholders(source) != placeholders(form)
        except ValueError as error:
            yield f"broken placeholder ({error}): {name}"
            continue
        if differ:
            yield f"placeholders differ: {name}"


def placeholders(text: str) -> set[str]:
    """The names in `{braces}`, and what argparse writes as `%(name)s`.

    Raises:
        ValueError: the braces do not match.
    """
    fields = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    return fields | set(_PERCENT.findall(text))


def _faults_of_calls(project: Project, path: Path, template: Catalog) -> Iterator[str]:
    """Calls whose message cannot be extracted, or whose values do not fit its placeholders."""
    place = path.relative_to(project.root).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS:
            faults = [*_faults_of_call(node, node.func.id), *_unseen(node, node.func.id, template)]
            yield from (f"{place}:{node.lineno}: {fault}" for fault in faults)


def _unseen(node: ast.Call, function: str, template: Catalog) -> Iterator[str]:
    """A message that the extraction does not come by: inside an f-string it reads no calls."""
    given = [
        each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    context = given.pop(0) if function == "ptr" and given else None
    if given and given[0] and template.get(given[0], context) is None:
        yield f"{function}() inside an f-string is not extracted: {_quoted(given[0])}"


def _faults_of_call(node: ast.Call, function: str) -> Iterator[str]:
    texts = [node.args[position] for position in TEXTS[function] if position < len(node.args)]
    for text in texts:
        if isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call):
            yield f"{function}() takes a plain string: what is put together here cannot be translated"
            return
    literals = [
        text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    if function == "N_" or len(literals) < len(texts) or any(word.arg is None for word in node.keywords):
        return
    if function == "ptr":
        literals = literals[1:]
    given = {word.arg for word in node.keywords if word.arg} | ({"n"} if function == "ntr" else set())
    named = set().union(*(placeholders(literal) for literal in literals))
    named = {name for name in named if not name.startswith("%")}
    yield from (f"{function}(): {{{name}}} gets no value" for name in sorted(named - given))
    yield from (f"{function}(): no place for {name}=" for name in sorted(given - named - {"n"}))


_String = str | tuple[str, ...] | list[str] | None


def _forms(string: _String) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


def _key(message: Message) -> str:
    return _forms(message.id)[0]


def _is_whole(message: Message) -> bool:
    forms = _forms(message.string)
    return bool(forms) and all(forms) and not message.fuzzy


def _quoted(id_: _String) -> str:
    return f"“{_forms(id_)[0]}”"


def main() -> int:
    """Do what the command line says; 1 when `check` found something."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("task", choices=["update", "check"])
    parser.add_argument("--prune", action="store_true", help="drop obsolete translations")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    options = parser.parse_args()
    project = Project(options.root)
    if options.task == "update":
        update(project, prune=options.prune)
        return 0
    problems = check(project)
    print("\n".join(problems) or "Every message is translated.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
