"""Text that must never be seen: not in a log line, a traceback, a `repr` or a test report."""

from __future__ import annotations

from typing_extensions import override


class Secret:
    """Holds a secret and shows none of it, however it is printed."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The secret itself: for the wire and for the keyring, nowhere else."""
        return self._text

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()}>"

    @override
    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Secret) and other._text == self._text

    @override
    def __hash__(self) -> int:
        return hash((type(self), self._text))

    @override
    def __reduce__(self) -> str:
        message = "a secret is not written down"
        raise TypeError(message)
