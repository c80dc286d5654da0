"""Which language the program speaks: one choice for the whole process, changeable while it runs."""

from __future__ import annotations

from enum import StrEnum

TYPE_CHECKING = False  # `typing` takes as long to import as all that `--help` needs
if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(StrEnum):
    """A language the program can speak; its value is the one used in `--lang` and in settings."""

    EN = "en"
    HI = "hi"

    @property
    def own_name(self) -> str:
        """What speakers of the language call it; the same in every language."""
        return {Language.EN: "English", Language.HI: "हिन्दी"}[self]

    @property
    def locale(self) -> str:
        """The locale of dates and numbers: the Indian one, for Indian grouping of digits."""
        return f"{self.value}_IN"


_spoken = Language.EN


def use(language: Language) -> None:
    """Speak `language` from now on. What is already on the screen has to be worded again by its owner."""
    global _spoken  # noqa: PLW0603 - one process shows one person one language
    _spoken = language


def current() -> Language:
    """The language spoken now."""
    return _spoken


def choose(option: str | None, environ: Mapping[str, str], saved: str | None) -> Language:
    """The language to begin with (COMMANDS.md: option, `OPTILEARN_LANG`, saved choice, locale, English).

    A choice that names no language of ours is passed over, except that the first locale variable that is set
    decides alone, as POSIX has it: with `LC_ALL=C` a Hindi `LANG` is not meant.
    """
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), None)
    named = (_named(text) for text in (option, environ.get("OPTILEARN_LANG"), saved, locale))
    return next((language for language in named if language is not None), Language.EN)


def _named(text: str | None) -> Language | None:
    code = (text or "").strip().casefold()
    for end in "-_.@":
        code = code.partition(end)[0]
    return next((language for language in Language if language.value == code), None)
