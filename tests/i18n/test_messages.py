"""From an English message to the sentence in the person's language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from optilearn_tui.i18n import N_, Language, catalogue, ntr, ptr, tr, use

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: hi\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "{n} of {total}"
msgstr "{total} में से {n}"

msgid "Broken {name}"
msgstr "टूटा {nam}"

msgid "Torn {name}"
msgstr "फटा {name"

msgid "{n} course"
msgid_plural "{n} courses"
msgstr[0] "{n} कोर्स (एक)"
msgstr[1] "{n} कोर्स (अनेक)"

msgctxt "verb"
msgid "Open"
msgstr "खोलें"

msgctxt "state"
msgid "Open"
msgstr "खुला"

#, fuzzy
msgid "Doubtful"
msgstr "संदिग्ध"

msgid "Empty"
msgstr ""

msgid "Two\\n"
"lines “and” \\"quotes\\""
msgstr ""
"दो\\n"
"पंक्तियाँ \\"और\\" \\\\ उद्धरण"

#~ msgid "Gone"
#~ msgstr "गया"
"""


@pytest.fixture
def hindi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Hindi, with a small catalogue of its own."""
    file = tmp_path / "hi" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(catalogue, "folder", lambda: str(tmp_path))
    catalogue.load.cache_clear()
    use(Language.HI)
    yield file
    catalogue.load.cache_clear()


def test_english_messages_take_their_values_by_name() -> None:
    assert tr("{n} of {total}", n=3, total=5) == "3 of 5"


def test_braces_in_a_value_are_only_shown() -> None:
    assert tr("Hello, {name}", name="{0} {name!r} {{") == "Hello, {0} {name!r} {{"


def test_a_message_without_values_is_taken_as_it_is() -> None:
    assert tr("100 % {done}") == "100 % {done}"


def test_a_value_that_english_itself_lacks_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        tr("{n} of {total}", n=3)


@pytest.mark.usefixtures("hindi")
def test_a_translation_may_reorder_its_values() -> None:
    assert tr("{n} of {total}", n=3, total=5) == "5 में से 3"


@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize("message", ["Broken {name}", "Torn {name}"])
def test_a_broken_translation_falls_back_to_english(message: str) -> None:
    assert tr(message, name="Diya") == message.replace("{name}", "Diya")


@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize("message", ["Nowhere to be found", "Doubtful", "Empty", "Gone"])
def test_what_is_missing_doubtful_or_empty_is_shown_in_english(message: str) -> None:
    assert tr(message) == message


@pytest.mark.usefixtures("hindi")
def test_context_tells_two_meanings_of_one_word_apart() -> None:
    assert (ptr("verb", "Open"), ptr("state", "Open"), tr("Open")) == ("खोलें", "खुला", "Open")


@pytest.mark.parametrize(("n", "expected"), [(0, "0 courses"), (1, "1 course"), (2, "2 courses")])
def test_english_has_one_thing_and_many(n: int, expected: str) -> None:
    assert ntr("{n} course", "{n} courses", n) == expected


@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize(("n", "expected"), [(0, "0 कोर्स (एक)"), (1, "1 कोर्स (एक)"), (2, "2 कोर्स (अनेक)")])
def test_hindi_counts_none_as_one_does(n: int, expected: str) -> None:
    assert ntr("{n} course", "{n} courses", n) == expected


@pytest.mark.usefixtures("hindi")
def test_a_plural_without_translation_is_shown_in_english() -> None:
    assert ntr("{n} badge", "{n} badges", 2) == "2 badges"


def test_a_counted_number_is_grouped_the_indian_way() -> None:
    assert ntr("{n} point", "{n} points", 1_234_567) == "12,34,567 points"


def test_a_marked_message_is_left_alone() -> None:
    use(Language.HI)
    assert N_("Fees") == "Fees"


def test_english_words_do_not_load_babel() -> None:
    program = (
        "import sys; from optilearn_tui.i18n import tr, ntr; tr('a {b}', b=1); ntr('{n} a', '{n} as', 7);"
        "sys.exit('babel' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_catalogue_of_the_product_is_read_as_babel_reads_it() -> None:
    with (Path(catalogue.folder()) / "hi" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = list(read_po(file))
    expected: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for message in messages:
        one = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        expected[message.context, one] = forms if all(forms) and not message.fuzzy else ()
    ours = catalogue.load(Language.HI)
    assert len(ours) == len(expected)
    assert {(context, one): ours.forms(context, one) for context, one in expected if one} == {
        said: forms for said, forms in expected.items() if said[1]
    }


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
def test_escapes_and_wrapped_lines_are_read(hindi: Path, end_of_line: str) -> None:
    hindi.write_text(CATALOGUE, encoding="utf-8", newline=end_of_line)
    assert tr('Two\nlines “and” "quotes"') == 'दो\nपंक्तियाँ "और" \\ उद्धरण'
