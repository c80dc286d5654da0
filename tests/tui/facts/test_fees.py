"""Fees: the status is worked out, money is grouped the Indian way, no record is not "paid"."""

from __future__ import annotations

from optilearn_tui.api.errors import Forbidden, NotFound
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.facts.fees import FeesFacts
from optilearn_tui.tui.feed import Feed
from tests.tui.facts.shown import INDIA, NOON, forms, noon


def facts(feed: Feed[FeeRecord]) -> FeesFacts:
    fees = FeesFacts(clock=noon, zone=INDIA)
    fees.feed = feed
    return fees


def told(**record: object) -> str:
    reading = Reading(FeeRecord.model_validate(record), NOON)
    return forms(facts(Feed("c-1", reading)))[0]


def test_overdue_is_worked_out_whatever_the_school_stored() -> None:
    shown = told(status="PARTIAL", outstanding=125000, dueDate="2026-04-03")
    assert "₹1,25,000" in shown
    assert "! Overdue" in shown
    assert "To pay by 3 April 2026" in shown
    assert "12 days late" in shown


def test_what_is_due_says_by_when_in_both_ways() -> None:
    shown = told(status="PARTIAL", outstanding=8000, dueDate="2026-04-20")
    assert "Due" in shown
    assert "To pay by 20 April 2026" in shown
    assert "in 5 days" in shown
    assert "today" in told(status="PARTIAL", outstanding=8000, dueDate="2026-04-15").splitlines()[2]


def test_paid_says_that_nothing_is_owed() -> None:
    shown = told(status="OVERDUE", outstanding=0, dueDate="2026-04-03")
    assert "✓ Paid" in shown
    assert "Nothing is owed." in shown
    assert "credit" in told(status="PAID", outstanding=-250, dueDate=None)


def test_unknown_parts_are_called_unknown() -> None:
    shown = told(status="PARTIAL")
    assert "amount not known" in shown
    assert "Due date not known." in shown


def test_no_record_is_unknown_and_neither_paid_nor_a_failure() -> None:
    fees = facts(Feed("c-1", error=NotFound()))
    assert "no fee record" in " ".join(forms(fees)[0].split())
    assert [feed.error for feed in fees.feeds()] == [None]


def test_a_refusal_is_a_failure_and_says_so() -> None:
    fees = facts(Feed("c-1", error=Forbidden(host="riverside.opticrm.app")))
    assert "no fee record" not in " ".join(forms(fees)[0].split())
    assert [type(feed.error) for feed in fees.feeds()] == [Forbidden]
