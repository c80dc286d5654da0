"""The fee gate: off unless switched on, shut only for overdue fees, open whenever anything is unknown."""

from __future__ import annotations

import pytest

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.fee_gate import BLOCKED_ACTS, GatedAct, is_blocked, is_shut
from optilearn_tui.school.fees import FeeStatus


def test_the_gate_is_off_unless_an_institution_switches_it_on() -> None:
    assert not is_shut(FeeStatus.OVERDUE)
    assert not is_shut(FeeStatus.OVERDUE, enabled=False)
    assert is_shut(FeeStatus.OVERDUE, enabled=True)


@pytest.mark.parametrize("status", [FeeStatus.PAID, FeeStatus.DUE, FeeStatus.UNKNOWN])
def test_only_overdue_fees_shut_it_and_unknown_fees_open_it(status: FeeStatus) -> None:
    assert not is_shut(status, enabled=True)


@pytest.mark.parametrize("switch", [LEFT_OUT, Unknown.UNREADABLE])
def test_an_unknown_switch_leaves_it_open(switch: Unknown) -> None:
    assert not is_shut(FeeStatus.OVERDUE, enabled=switch)


def test_it_stands_before_enrolling_lessons_and_submitting() -> None:
    blocked = {act for act in GatedAct if is_blocked(act, FeeStatus.OVERDUE, enabled=True)}

    assert blocked == BLOCKED_ACTS == {GatedAct.SELF_ENROL, GatedAct.OPEN_LESSON, GatedAct.SUBMIT}


def test_catalogue_certificates_and_notifications_stay_open() -> None:
    for act in (GatedAct.CATALOGUE, GatedAct.CERTIFICATES, GatedAct.NOTIFICATIONS):
        assert not is_blocked(act, FeeStatus.OVERDUE, enabled=True)


@pytest.mark.parametrize("act", GatedAct)
def test_nothing_is_blocked_where_the_gate_is_off_or_open(act: GatedAct) -> None:
    assert not is_blocked(act, FeeStatus.OVERDUE)
    assert not is_blocked(act, FeeStatus.UNKNOWN, enabled=True)
