"""Which language the program begins with."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from optilearn_tui.i18n import Language, choose, current, use


@pytest.mark.parametrize(
    ("option", "environ", "saved", "expected"),
    [
        ("hi", {"OPTILEARN_LANG": "en", "LANG": "en_IN.UTF-8"}, "en", Language.HI),
        (None, {"OPTILEARN_LANG": "hi", "LANG": "en_IN.UTF-8"}, "en", Language.HI),
        (None, {"LANG": "en_IN.UTF-8"}, "hi", Language.HI),
        (None, {"LANG": "hi_IN.UTF-8"}, None, Language.HI),
        (None, {"LC_MESSAGES": "hi_IN", "LANG": "en_US.UTF-8"}, None, Language.HI),
        (None, {"LC_ALL": "C", "LANG": "hi_IN.UTF-8"}, None, Language.EN),
        (None, {"LC_ALL": "", "LANG": "hi_IN.UTF-8"}, None, Language.HI),
        (None, {"LANG": "ta_IN.UTF-8"}, None, Language.EN),
        (None, {}, None, Language.EN),
    ],
)
def test_the_option_wins_over_the_environment_over_the_saved_choice_over_the_locale(
    option: str | None, environ: Mapping[str, str], saved: str | None, expected: Language
) -> None:
    assert choose(option, environ, saved) is expected


def test_a_choice_that_names_no_language_of_ours_is_passed_over() -> None:
    assert choose(None, {"OPTILEARN_LANG": "klingon"}, "hi") is Language.HI


def test_a_language_may_be_written_as_a_locale() -> None:
    assert choose("HI-in", {}, None) is Language.HI


def test_the_language_spoken_is_the_one_used_last() -> None:
    use(Language.HI)
    assert current() is Language.HI


def test_each_language_is_offered_by_its_own_name() -> None:
    assert [language.own_name for language in Language] == ["English", "हिन्दी"]
