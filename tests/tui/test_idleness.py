"""Nobody is there when neither keyboard nor mouse was touched for as long as was chosen."""

from __future__ import annotations

from datetime import timedelta

from optilearn_tui.tui.idleness import Idleness
from tests.conftest import NOON

FIVE = timedelta(minutes=5)


def test_somebody_idle_for_long_enough_is_not_there() -> None:
    now = [NOON]
    idleness = Idleness(FIVE, lambda: now[0])
    assert idleness.seconds_left == 300
    now[0] += FIVE - timedelta(seconds=1)
    assert idleness.seconds_left == 1
    assert not idleness.is_over
    now[0] += timedelta(hours=9)
    assert idleness.seconds_left == 0
    assert idleness.is_over


def test_a_touch_begins_the_time_anew() -> None:
    now = [NOON]
    idleness = Idleness(FIVE, lambda: now[0])
    now[0] += FIVE
    idleness.touch()
    assert idleness.seconds_left == 300


def test_without_a_limit_somebody_may_be_idle_for_ever() -> None:
    now = [NOON]
    idleness = Idleness(timedelta(), lambda: now[0])
    now[0] += timedelta(days=9)
    assert idleness.seconds_left is None
    assert not idleness.is_over
