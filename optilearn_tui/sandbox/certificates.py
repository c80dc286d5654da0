"""A pupil's certificates, as the overview tells them (PLATFORM.md §6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request

    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.register import Register
    from optilearn_tui.sandbox.wire import Row

_PAGE = "<!doctype html><html><head><title>Certificate</title></head><body><p>{}</p></body></html>"
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 48>>stream
BT /F 36 Tf 120 300 Td (Sandbox certificate) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
"""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate issued so many days ago.

    `origin` is where its links lead, when not to the platform itself.
    """

    number: str
    course: str
    ago: int
    revoked: bool | None = None
    origin: str | None = None


def certificates(issued: tuple[Certificate, ...], almanac: Almanac, learn_origin: str) -> list[Row]:
    """The rows of `certificates[]` of one pupil; `learn_origin` is where genuine links lead."""
    return [_row(certificate, almanac, learn_origin) for certificate in issued]


def _row(certificate: Certificate, almanac: Almanac, learn_origin: str) -> Row:
    origin = certificate.origin or learn_origin
    row: Row = {
        "certificateNumber": certificate.number,
        "courseTitle": certificate.course,
        "issuedAt": almanac.ago(certificate.ago, "11:00"),
        "pdfUrl": f"{origin}/certificates/{certificate.number}.pdf",
        "verifyUrl": f"{origin}/verify/{certificate.number}",
    }
    return row if certificate.revoked is None else {**row, "revoked": certificate.revoked}


def certificate_routes(registers: Callable[[], Mapping[str, Register]]) -> list[Route]:
    """The pages on `learn` that genuine links lead to: public, for people in a browser."""

    async def verify(request: Request) -> Response:
        row = _find(registers(), str(request.path_params["number"]))
        if row is None:
            return HTMLResponse(_PAGE.format("There is no certificate with this number."), 404)
        verdict = "was revoked" if row.get("revoked") else "is genuine"
        return HTMLResponse(
            _PAGE.format(escape(f"{row['certificateNumber']} ({row['courseTitle']}) {verdict}."))
        )

    async def pdf(request: Request) -> Response:
        row = _find(registers(), str(request.path_params["number"]))
        return Response(_PDF, media_type="application/pdf") if row else Response(status_code=404)

    return [Route("/verify/{number}", verify), Route("/certificates/{number}.pdf", pdf)]


def _find(registers: Mapping[str, Register], number: str) -> Row | None:
    for register in registers.values():
        for parts in register.overviews.values():
            rows = parts.get("certificates")
            for row in rows if isinstance(rows, list) else []:
                if row["certificateNumber"] == number:
                    found: Row = row
                    return found
    return None
