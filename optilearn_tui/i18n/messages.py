"""The words themselves: a message in English goes in, the sentence in the person's language comes out.

Messages are written as plain strings, so that `.ci/catalogue.py` finds them; values go in by name. A value is
only ever inserted, never parsed again, so braces in a child's name are harmless.
"""

from __future__ import annotations

from optilearn_tui.i18n.language import Language, current
from optilearn_tui.i18n.numbers import number


def tr(message: str, **values: object) -> str:
    """`message` in the current language, with `values` put in their places.

    Without values the text is taken as it is, so a message with none may contain braces.
    """
    return _filled(_translated(None, message), message, values)


def ptr(context: str, message: str, **values: object) -> str:
    """`message` in the current language where English has one word for two things: `context` says which."""
    return _filled(_translated(context, message), message, values)


def ntr(one: str, many: str, n: int, **values: object) -> str:
    """The form of a message that goes with `n` things; `{n}` in it is `n` with its digits grouped."""
    source = one if n == 1 else many
    spoken = current()
    forms = None if spoken is Language.EN else _forms(spoken, None, one)
    translated = source if not forms else forms[0 if n <= 1 else -1]
    return _filled(translated, source, {"n": number(n), **values})


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark `message` for translation and leave it alone; `tr` translates it where it is shown."""
    return message


def _translated(context: str | None, message: str) -> str:
    spoken = current()
    if spoken is Language.EN or not message:
        return message
    forms = _forms(spoken, context, message)
    return forms[0] if forms else message


def _forms(spoken: Language, context: str | None, message: str) -> tuple[str, ...]:
    from optilearn_tui.i18n import catalogue  # takes a while, and English does without

    return catalogue.load(spoken).forms(context, message)


def _filled(text: str, source: str, values: dict[str, object]) -> str:
    if not values:
        return text
    try:
        return text.format(**values)
    except (LookupError, ValueError, AttributeError):
        if text == source:
            raise
        # A translator's slip must not take a screen down: the English says the same thing.
        return source.format(**values)
