"""The check-up: what is wrong between here and the school, check by check, as it is found out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.containers import VerticalScroll
from typing_extensions import override

from optilearn_tui.api.errors import Offline
from optilearn_tui.doctor import Check, Finding, Report, Result, examine
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.check_row import CheckRow
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.doctor import Case
    from optilearn_tui.tui.economy import Economy


class DoctorScreen(LeftOnce[None]):
    """A line for each check, with facts and the next step below those that are not in order."""

    BINDINGS = [
        Binding("escape", "leave", N_("Back")),
        Binding("r,f5", "look_again", N_("Look again")),
        Binding("c", "copy", N_("Copy")),
        Binding("e", "facts", N_("All facts")),
    ]
    BINDING_GROUP_TITLE = N_("Check-up")
    AUTO_FOCUS = "#checks"

    DEFAULT_CSS = """
    DoctorScreen {
        #checks { padding: 1 2; }
        #summary { text-style: bold; margin-bottom: 1; }
    }
    """

    def __init__(self, case_of: Callable[[], Case], economy: Economy, zone: tzinfo) -> None:
        """A screen that begins to look as soon as it is there.

        Args:
            case_of: what is to be looked at, as it is at that moment.
            economy: whether anything may be sent.
            zone: whose clocks moments are told on.
        """
        super().__init__(id="doctor")
        self._case_of = case_of
        self._economy = economy
        self._zone = zone
        self._findings: list[Finding] = []
        self._is_done = False

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar(tr("Check-up"))
        with VerticalScroll(id="checks"):
            yield Words(self._summary, id="summary")
            for check in Check:
                yield CheckRow(check, self._zone)
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin."""
        self.action_look_again()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._is_done if action == "copy" else True

    def retranslate(self) -> None:
        """Say the title in the language spoken now; the lines below say themselves."""
        self.query_one(TitleBar).place = tr("Check-up")

    def action_leave(self) -> None:
        """Back to the screen below; what is not found out yet is not wanted any more."""
        self.dismiss()

    def action_facts(self) -> None:
        """Show the facts behind every line, or only behind those that are not in order."""
        for row in self.query(CheckRow):
            row.shows_all = not row.shows_all

    def action_copy(self) -> None:
        """Put the whole report on the clipboard, as text."""
        self.app.copy_to_clipboard(Report(self._findings, self._zone).text())
        self.app.notify(
            tr("The report is on the clipboard. There is no password or token in it."), markup=False
        )

    def action_look_again(self) -> None:
        """Forget what was found, and look at everything anew."""
        if self._economy.offline:
            self.app.notify(str(problem(Offline())), severity="warning", markup=False)
            return
        self._findings = []
        self._is_done = False
        for row in self.query(CheckRow):
            row.finding = None
        self._tell()
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        async with aclosing(examine(self._case_of())) as findings:
            async for finding in findings:
                self._findings.append(finding)
                self.query_one(f"#{finding.check.value}", CheckRow).finding = finding
                self._tell()
        self._is_done = True
        self._tell()
        self._lead_to_trouble()

    def _lead_to_trouble(self) -> None:
        """Let the first thing that is wrong be seen, or else the first that deserves attention."""
        for result in (Result.FAILED, Result.WARNING):
            for row in self.query(CheckRow):
                if row.finding is not None and row.finding.result is result:
                    # Not at once: the rows that have just been filled have no height yet.
                    self.call_after_refresh(row.scroll_visible, animate=False)
                    return

    def _tell(self) -> None:
        self.query_one("#summary", Words).retranslate()
        self.refresh_bindings()

    def _summary(self) -> str:
        if self._is_done:
            return Report(self._findings, self._zone).summary()
        done = tr("{n} of {total}", n=number(len(self._findings)), total=number(len(Check)))
        return tr("Looking… {done}", done=done)
