"""A child's certificates in plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.i18n import dates, tr
from optilearn_tui.school.days import day_of
from optilearn_tui.school.newest import newest_first

if TYPE_CHECKING:
    from optilearn_tui.api.certificates import Certificate


def certificates(
    told: tuple[Certificate, ...] | Unknown, zone: tzinfo, is_own_link: Callable[[str], bool]
) -> Lines:
    """Each certificate, newest first: course, number, date, links."""
    title = tr("Certificates")
    if isinstance(told, Unknown):
        return gap(title, told)
    if not told:
        return section(title, [tr("No certificates yet.")])

    def link(url: str) -> str:
        return url if is_own_link(url) else tr("not shown, it leads outside the school's own sites")

    def lines(certificate: Certificate, place: int) -> Lines:
        return [
            numbered(certificate.course_title, "", place),
            *([tr("This certificate has been revoked.")] if certificate.revoked is True else []),
            fact(tr("Number"), certificate.certificate_number),
            fact(tr("Issued"), certificate.issued_at, lambda moment: dates.day(day_of(moment, zone))),
            fact(tr("Verify at"), certificate.verify_url, link),
            fact(tr("PDF"), certificate.pdf_url, link),
        ]

    ordered = newest_first(told, lambda certificate: certificate.issued_at)
    return section(title, [line for place, each in enumerate(ordered, 1) for line in lines(each, place)])
