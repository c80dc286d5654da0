"""A child's certificates, with a cursor over them: their links can be copied and opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.dates import day, day_in_brief
from optilearn_tui.school.days import day_of
from optilearn_tui.school.newest import newest_first
from optilearn_tui.tui.columns import Lines, beside, detail, indented, padded, prose, spread, table
from optilearn_tui.tui.links import IsOwnLink, Refusal, checked, has_browser
from optilearn_tui.tui.paint import QUIET, bad, plain, quiet, strong, under_cursor
from optilearn_tui.tui.panels.overview_part import OverviewPanel
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual import events

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.overview import Overview


_ROOM_FOR_LINKS = 64


class CertificatesPanel(OverviewPanel[tuple[Certificate, ...]]):
    """Certificates, the newest first; the cursor shows while the panel has the focus."""

    TITLE: ClassVar[str] = N_("Certificates")
    ROOM: ClassVar[str] = "middle"

    _PDF: ClassVar[Binding.Group] = Binding.Group(N_("PDF"))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open('any')", N_("Open link")),
        Binding("c", "copy('any')", N_("Copy link")),
        Binding("O", "open('pdf')", N_("Open PDF"), group=_PDF),
        Binding("C", "copy('pdf')", N_("Copy PDF link"), group=_PDF),
        Binding("up", "move(-1)", N_("Previous certificate"), show=False),
        Binding("down", "move(1)", N_("Next certificate"), show=False),
    ]

    cursor: var[int] = var(0)

    def __init__(self, is_own_link: IsOwnLink, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self._is_own = is_own_link
        self._starts: list[int] = []

    @override
    def part(self, overview: Overview) -> tuple[Certificate, ...] | Unknown:
        return overview.certificates

    @override
    def forms_of(self, value: tuple[Certificate, ...], width: int) -> Iterable[Lines]:
        self._starts = []
        if not value:
            yield prose(width, tr("No certificates yet."), QUIET)
            return
        ordered = newest_first(value, lambda each: each.issued_at)
        if self.zoomed or width >= _ROOM_FOR_LINKS:
            yield self._together([self._in_full(each, width) for each in ordered], width)
        yield self._together([self._in_two_lines(each, width) for each in ordered], width)
        rows = table(width, [[Styled(_title(each)), self._short_day(each)] for each in ordered], gap=1)
        yield self._together([[row] for row in rows], width)

    def _together(self, blocks: list[Lines], width: int) -> Lines:
        lines: Lines = []
        self._starts = []
        for number, block in enumerate(blocks):
            self._starts.append(len(lines))
            marked = self.has_focus and number == self.cursor
            lines += [under_cursor(block[0], width) if marked else block[0], *block[1:]]
        return lines

    def _in_full(self, certificate: Certificate, width: int) -> Lines:
        return [
            spread(width, strong(_title(certificate)), _standing(certificate)),
            *indented(prose(width - 2, self._details(certificate), QUIET)),
            *indented(self._links(certificate, width - 2)),
            Styled(),
        ]

    def _in_two_lines(self, certificate: Certificate, width: int) -> Lines:
        return [
            spread(width, plain(_title(certificate)), self._short_day(certificate)),
            detail(width, _number(certificate)),
        ]

    def _details(self, certificate: Certificate) -> str:
        issued = certificate.issued_at
        when = tr("date not known")
        if isinstance(issued, datetime):
            when = tr("issued on {day}", day=day(issued.astimezone(self.zone).date()))
        return f"{_number(certificate)} · {when}"

    def _links(self, certificate: Certificate, width: int) -> Lines:
        rows = (
            (quiet(tr("Verify")), certificate.verify_url, tr("o opens, c copies")),
            (quiet(tr("PDF")), certificate.pdf_url, tr("O opens, C copies")),
        )
        room = max(label.cell_length for label, _, _ in rows) + 2
        lines: Lines = []
        for label, url, keys in rows:
            link = checked(url, self._is_own)
            if isinstance(link, str):
                lines.append(spread(width, padded(label, room) + link, quiet(keys)))
            elif link is not Refusal.MISSING:
                lines += beside([label], prose(width - room, link.sentence, QUIET), room)
        return lines

    def _short_day(self, certificate: Certificate) -> Styled:
        if certificate.revoked is True:
            return bad(tr("revoked"))
        issued = certificate.issued_at
        if not isinstance(issued, datetime):
            return quiet(NOT_KNOWN)
        return quiet(day_in_brief(day_of(issued, self.zone), day_of(self.now, self.zone)))

    @override
    def on_mount(self) -> None:
        self.watch(self, "has_focus", self.redraw, init=False)

    @override
    def watch_overview(self) -> None:
        self.cursor = min(self.cursor, max(0, len(self._certificates()) - 1))
        self.redraw()

    def watch_cursor(self) -> None:
        """Show the cursor where it is now."""
        self.redraw()
        if self.cursor < len(self._starts):
            self.scroll_to_region(
                Region(0, self._starts[self.cursor], 1, 4 if self.zoomed else 1), animate=False
            )

    def action_move(self, step: int) -> None:
        """Move the cursor by so many certificates."""
        self._go_to(self.cursor + step)

    def _go_to(self, number: int) -> None:
        self.cursor = min(max(number, 0), max(0, len(self._certificates()) - 1))

    @override
    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        line = event.screen_y - self.region.y - 1
        above = [number for number, start in enumerate(self._starts) if start <= line + self.scroll_offset.y]
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
        certificates = self._certificates()
        if not certificates:
            return Refusal.MISSING
        certificate = certificates[self.cursor]
        verify = checked(certificate.verify_url, self._is_own)
        if which == "pdf" or verify is Refusal.MISSING:
            return checked(certificate.pdf_url, self._is_own)
        return verify

    def _certificates(self) -> tuple[Certificate, ...]:
        reading = self.overview.map(self.part).reading
        if reading is None or isinstance(reading.value, Unknown):
            return ()
        return newest_first(reading.value, lambda each: each.issued_at)


def _title(certificate: Certificate) -> str:
    title = certificate.course_title
    return title if isinstance(title, str) else tr("Course without a name")


def _number(certificate: Certificate) -> str:
    number = certificate.certificate_number
    return tr("No. {number}", number=number if isinstance(number, str) else NOT_KNOWN)


def _standing(certificate: Certificate) -> Styled:
    return bad(tr("revoked")) if certificate.revoked is True else Styled()
