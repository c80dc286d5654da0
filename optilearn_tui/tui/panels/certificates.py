"""A child's certificates, with a cursor over them: their links can be copied and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.certificates import Certificate
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.links import Refusal, has_browser
from optilearn_tui.tui.panels.overview_part import OverviewPanel

if TYPE_CHECKING:
    from textual import events

    from optilearn_tui.tui.facts.certificates import CertificatesFacts


class CertificatesPanel(OverviewPanel[tuple[Certificate, ...]]):
    """Certificates; the cursor shows while the panel has the focus."""

    _PDF: ClassVar[Binding.Group] = Binding.Group(N_("PDF"))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open('any')", N_("Open link")),
        Binding("c", "copy('any')", N_("Copy link")),
        Binding("O", "open('pdf')", N_("Open PDF"), group=_PDF),
        Binding("C", "copy('pdf')", N_("Copy PDF link"), group=_PDF),
        Binding("up", "move(-1)", N_("Previous certificate"), show=False),
        Binding("down", "move(1)", N_("Next certificate"), show=False),
    ]

    facts: CertificatesFacts

    cursor: var[int] = var(0)

    @override
    def redraw(self) -> None:
        self.facts.cursor = self.cursor if self.has_focus else None
        super().redraw()

    @override
    def on_mount(self) -> None:
        self.watch(self, "has_focus", self.redraw, init=False)

    @override
    def watch_overview(self) -> None:
        self.facts.overview = self.overview
        self._go_to(self.cursor)
        self.redraw()

    def watch_cursor(self) -> None:
        """Show the cursor where it is now."""
        self.redraw()
        if self.cursor < len(self.facts.starts):
            self.scroll_to_region(
                Region(0, self.facts.starts[self.cursor], 1, 4 if self.zoomed else 1), animate=False
            )

    def action_move(self, step: int) -> None:
        """Move the cursor by so many certificates."""
        self._go_to(self.cursor + step)

    def _go_to(self, number: int) -> None:
        self.cursor = min(max(number, 0), max(0, len(self.facts.in_order) - 1))

    @override
    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        line = event.screen_y - self.region.y - 1
        place = line + self.scroll_offset.y
        above = [number for number, start in enumerate(self.facts.starts) if start <= place]
        if above and line >= 0:
            self._go_to(above[-1])

    def action_open(self, which: str) -> None:
        """Open a link of the certificate under the cursor, if it is the school's own."""
        link = self._chosen(which)
        if isinstance(link, Refusal):
            self.notify(link.sentence, severity="warning", markup=False)
        elif has_browser():
            self.app.open_url(link)
        else:
            self.app.copy_to_clipboard(link)
            self.notify(tr("No browser can be opened from here. The link was copied."), markup=False)

    def action_copy(self, which: str) -> None:
        """Copy a link of the certificate under the cursor, if it is the school's own."""
        link = self._chosen(which)
        if isinstance(link, Refusal):
            self.notify(link.sentence, severity="warning", markup=False)
            return
        self.app.copy_to_clipboard(link)
        self.notify(tr("The link was copied."), markup=False)

    def _chosen(self, which: str) -> str | Refusal:
        return self.facts.link(self.cursor, which) if self.facts.in_order else Refusal.MISSING
