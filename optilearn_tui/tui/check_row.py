"""One check of the check-up: its sign, what was found, and where it is wanted the facts and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.doctor import Check, Finding, Result
from optilearn_tui.doctor.words import SIGNS, evidence_lines, title_of, worded
from optilearn_tui.i18n import tr
from optilearn_tui.tui.cropping import wrap
from optilearn_tui.tui.paint import ACCENT, BAD, GOOD, QUIET, STRONG, WARNING
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual.geometry import Size

_WAITING = "·"
_INDENT = 2

_STYLES = {
    Result.OK: GOOD,
    Result.WARNING: WARNING,
    Result.FAILED: BAD,
    Result.UNKNOWN: WARNING,
    Result.SKIPPED: QUIET,
}
_PLAIN = (Result.OK, Result.SKIPPED)
"""What needs no facts to be believed."""


class CheckRow(Widget):
    """A check that is still being made, or what became of it. Nothing in it is read as markup."""

    DEFAULT_CSS = """
    CheckRow { height: auto; width: 1fr; }
    """

    finding: reactive[Finding | None] = reactive[Finding | None](None, layout=True)
    """What was found; None while it is not known."""
    shows_all: reactive[bool] = reactive(default=False, layout=True)
    """Whether the facts are shown although all is in order."""

    def __init__(self, check: Check, zone: tzinfo) -> None:
        super().__init__(id=check.value)
        self._check = check
        self._zone = zone

    @override
    def render(self) -> Styled:
        return Styled("\n").join(self._lines(self.content_size.width))

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(list(self._lines(width)))

    def retranslate(self) -> None:
        """Say it in the language spoken now."""
        self.refresh(layout=True)

    def _lines(self, width: int) -> Iterator[Styled]:
        title = title_of(self._check)
        finding = self.finding
        if finding is None:
            yield Styled.of(f"{_WAITING} {title}", QUIET)
            return
        words = worded(finding)
        style = _STYLES[finding.result]
        said = tr("{label}: {value}", label=title, value=words.sentence)
        for place, line in enumerate(wrap(said, width - _INDENT)):
            sign = Styled.of(SIGNS[finding.result], f"{style} {STRONG}") if place == 0 else Styled(" ")
            of_title = place == 0 and line.startswith(title)
            text = Styled(line)
            if finding.result is Result.SKIPPED:
                text = text.stylize(QUIET)
            elif of_title:
                text = text[: len(title)].stylize(STRONG) + text[len(title) :]
            yield Styled.assemble(sign, " ", text)
        if self.shows_all or finding.result not in _PLAIN:
            for fact in evidence_lines(finding, self._zone):
                yield from _indented(fact, width, QUIET)
        if words.next_step:
            yield from _indented(tr("Next step: {step}", step=words.next_step), width, ACCENT)


def _indented(text: str, width: int, style: str) -> Iterator[Styled]:
    for line in wrap(text, width - 2 * _INDENT):
        yield Styled.assemble(" " * (2 * _INDENT), (line, style))
