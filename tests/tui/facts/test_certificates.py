"""Certificates: number, date, revoked in words, and which links may be used."""

from __future__ import annotations

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.tui.facts.certificates import CertificatesFacts
from tests.tui.facts.shown import INDIA, answered, forms, noon

PYTHON = {
    "certificateNumber": "RPS-2026-PY-0417",
    "courseTitle": "Python Basics",
    "issuedAt": "2026-03-22T06:00:00Z",
    "verifyUrl": "https://learn.opticrm.app/verify/RPS-2026-PY-0417",
    "pdfUrl": None,
}


def facts() -> CertificatesFacts:
    return CertificatesFacts(Deployment().is_own_link, clock=noon, zone=INDIA)


def test_number_date_and_link_are_shown() -> None:
    full = forms(answered(facts(), certificates=[PYTHON]), 78)[0]
    assert "Python Basics" in full
    assert "No. RPS-2026-PY-0417 · issued on 22 March 2026" in full
    assert "Verify  https://learn.opticrm.app/verify/RPS-2026-PY-0417" in full
    assert "PDF" not in full


def test_a_narrow_panel_leaves_the_links_to_the_enlarged_one() -> None:
    certificates = answered(facts(), certificates=[PYTHON])
    assert "https" not in "".join(forms(certificates, 38))
    certificates.zoomed = True
    assert "https" in forms(certificates, 58)[0]


def test_a_revoked_certificate_says_so_in_every_form() -> None:
    for form in forms(answered(facts(), certificates=[{**PYTHON, "revoked": True}])):
        assert "revoked" in form


def test_a_link_that_leads_elsewhere_is_not_shown_but_explained() -> None:
    foreign = {**PYTHON, "verifyUrl": "https://opticrm.app.evil.example/verify"}
    full = forms(answered(facts(), certificates=[foreign]), 100)[0]
    assert "evil" not in full
    assert "does not lead to your school" in full


def test_why_a_link_is_not_used_is_said_to_the_end_where_there_is_little_room() -> None:
    foreign = {**PYTHON, "verifyUrl": "https://opticrm.app.evil.example/verify"}
    certificates = answered(facts(), certificates=[foreign])
    certificates.zoomed = True
    full = " ".join(forms(certificates, 58)[0].split())
    assert "Verify This link does not lead to your school or to OptiLearn, so it is not used." in full


def test_a_certificate_of_another_year_says_so_in_every_form() -> None:
    for form in forms(answered(facts(), certificates=[{**PYTHON, "issuedAt": "2025-07-26T06:00:00Z"}]), 38):
        assert "2025" in form.replace("RPS-2025", "")


def test_an_unknown_link_is_called_unknown() -> None:
    unknown = {key: value for key, value in PYTHON.items() if key != "verifyUrl"}
    assert "The link is not known" in forms(answered(facts(), certificates=[unknown]), 100)[0]


def test_none_and_unknown_are_told_apart() -> None:
    assert forms(answered(facts(), certificates=[])) == ["No certificates yet."]
    assert "Not known" in forms(answered(facts()), 78)[0]
