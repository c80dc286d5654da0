"""All of a dashboard: the platform's order, and the room each part gets."""

from __future__ import annotations

from optilearn_tui.tui.facts.dashboard import dashboard_facts
from tests.tui.facts.shown import INDIA, forms, noon


def test_the_parts_stand_in_the_platforms_order_and_each_says_what_room_it_gets() -> None:
    facts = dashboard_facts(noon, INDIA, lambda _: True).in_order
    assert [each.TITLE for each in facts] == [
        "Courses",
        "Recent grades",
        "Upcoming",
        "Classes, attendance",
        "Achievements",
        "Certificates",
        "Fees",
    ]
    assert all(each.ROOM for each in facts)


def test_nothing_is_said_to_be_none_before_anything_is_known() -> None:
    facts = dashboard_facts(noon, INDIA, lambda _: True).in_order
    assert [forms(each) for each in facts] == [["Loading…"]] * 7
