"""Certificates and where their links lead (PLATFORM.md §6)."""

from __future__ import annotations

from optilearn_tui.sandbox import Sandbox
from optilearn_tui.sandbox.riverside.bobby import FOREIGN_ORIGIN
from tests.sandbox.visitor import Visitor


def all_certificates(sandbox: Sandbox) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for register in sandbox.data.values():
        for parts in register.overviews.values():
            rows = parts.get("certificates", [])
            assert isinstance(rows, list)
            found.extend(rows)
    return found


def test_links_lead_to_the_platform_but_for_one(sandbox: Sandbox) -> None:
    origins = [
        str(row[key]).split("/")[2] for row in all_certificates(sandbox) for key in ("pdfUrl", "verifyUrl")
    ]
    foreign = FOREIGN_ORIGIN.removeprefix("https://")
    assert set(origins) == {"learn.localhost", foreign}
    assert origins.count(foreign) == 2


def test_links_carry_the_port_and_protocol_of_the_deployment() -> None:
    secure = Sandbox(base_domain="school.example:8443", protocol="https")
    link = str(all_certificates(secure)[0]["verifyUrl"])
    assert link.startswith("https://learn.school.example:8443/verify/")


def test_exactly_one_is_revoked_and_some_do_not_say(sandbox: Sandbox) -> None:
    told = [row.get("revoked") for row in all_certificates(sandbox)]
    assert told.count(True) == 1
    assert None in told


async def test_a_genuine_link_opens_a_page_that_tells_the_truth(visitor: Visitor) -> None:
    genuine = await visitor.get("learn", "/verify/RPS-2026-PY-0417")
    assert "is genuine" in genuine.text
    assert "was revoked" in (await visitor.get("learn", "/verify/RPS-2025-TYP-0311")).text
    assert (await visitor.get("learn", "/verify/RPS-0")).status_code == 404


async def test_the_page_of_a_hostile_title_is_plain_text(sandbox: Sandbox) -> None:
    rows = sandbox.data["riverside"].overviews["c-diya"]["certificates"]
    assert isinstance(rows, list)
    rows[0]["courseTitle"] = "<script>alert(1)</script>"
    page = await Visitor(sandbox).get("learn", f"/verify/{rows[0]['certificateNumber']}")
    assert "<script>" not in page.text


async def test_a_pdf_is_a_pdf(visitor: Visitor) -> None:
    answer = await visitor.get("learn", "/certificates/RPS-2026-PY-0417.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert (await visitor.get("learn", "/certificates/nothing.pdf")).status_code == 404
