"""A child's certificates in words: what they are for, from when, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.dates import day, day_in_brief
from optilearn_tui.school.days import day_of
from optilearn_tui.school.newest import newest_first
from optilearn_tui.tui.columns import Lines, beside, detail, indented, padded, prose, spread, table
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.links import IsOwnLink, Refusal, checked
from optilearn_tui.tui.paint import QUIET, bad, plain, quiet, strong, under_cursor
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.overview import Overview


_ROOM_FOR_LINKS = 64


class CertificatesFacts(OverviewFacts[tuple[Certificate, ...]]):
    """Certificates, the newest first.

    Attributes:
        cursor: number of the certificate the cursor is on; None: there is no cursor to be seen.
        starts: the line on which each certificate begins, in the form that was worded last.
    """

    TITLE: ClassVar[str] = N_("Certificates")
    ROOM: ClassVar[str] = "middle"

    def __init__(self, is_own_link: IsOwnLink, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.cursor: int | None = None
        self.starts: list[int] = []
        self._is_own = is_own_link

    @override
    def part(self, overview: Overview) -> tuple[Certificate, ...] | Unknown:
        return overview.certificates

    @property
    def in_order(self) -> tuple[Certificate, ...]:
        """The certificates as they stand below each other; none while they are not known."""
        reading = self.overview.map(self.part).reading
        if reading is None or isinstance(reading.value, Unknown):
            return ()
        return newest_first(reading.value, lambda each: each.issued_at)

    def link(self, number: int, which: str) -> str | Refusal:
        """A link of a certificate, if it may be used; else why not.

        Args:
            number: its place in the order.
            which: `pdf`, or `any`: where it is verified, or the PDF where it cannot be.
        """
        certificate = self.in_order[number]
        verify = checked(certificate.verify_url, self._is_own)
        if which == "pdf" or verify is Refusal.MISSING:
            return checked(certificate.pdf_url, self._is_own)
        return verify

    @override
    def forms_of(self, value: tuple[Certificate, ...], width: int) -> Iterable[Lines]:
        self.starts = []
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
        self.starts = []
        for number, block in enumerate(blocks):
            self.starts.append(len(lines))
            first = under_cursor(block[0], width) if number == self.cursor else block[0]
            lines += [first, *block[1:]]
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


def _title(certificate: Certificate) -> str:
    title = certificate.course_title
    return title if isinstance(title, str) else tr("Course without a name")


def _number(certificate: Certificate) -> str:
    number = certificate.certificate_number
    return tr("No. {number}", number=number if isinstance(number, str) else NOT_KNOWN)


def _standing(certificate: Certificate) -> Styled:
    return bad(tr("revoked")) if certificate.revoked is True else Styled()
