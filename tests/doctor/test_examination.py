"""How the checks run: side by side, to the end, and without a trace."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from optilearn_tui.doctor import Check, Report, examine
from optilearn_tui.doctor.examination import STEPS
from optilearn_tui.i18n import Language, use
from tests.doctor.examined import MEERA, Machine, findings_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox

INDIA = ZoneInfo("Asia/Kolkata")


def test_every_check_waits_only_for_earlier_ones() -> None:
    order = list(Check)

    assert list(STEPS) == order
    for check, step in STEPS.items():
        assert all(order.index(each) < order.index(check) for each in (*step.needs, *step.after))


async def test_a_school_that_is_slow_at_one_door_holds_up_only_what_is_behind_it(
    machine: Machine, school: LiveSandbox
) -> None:
    gate = school.sandbox.weather.hold("session")
    machine.sign_in(MEERA)
    early: set[Check] = set()

    async with aclosing(examine(machine.case())) as findings:
        async for finding in findings:
            early.add(finding.check)
            if early >= {Check.SIGN_IN, Check.CLOCK, Check.SESSION, Check.KEYRING, Check.KEY_AT_SCHOOL}:
                break

    assert Check.WHO_AM_I not in early
    gate.release()


async def test_whoever_stops_early_leaves_nothing_behind(machine: Machine) -> None:
    machine.sign_in(MEERA)
    before = asyncio.all_tasks()

    async with aclosing(examine(machine.case())) as findings:
        await anext(findings)

    assert asyncio.all_tasks() == before


async def test_the_document_is_english_json_in_the_order_of_the_checks_whatever_is_spoken(
    machine: Machine,
) -> None:
    found = await findings_of(machine.case())
    use(Language.HI)

    document = json.loads(json.dumps(Report(found.values(), INDIA).document()))

    assert list(document) == ["checks", "version"]
    assert [row["check"] for row in document["checks"]] == [check.value for check in Check]
    assert all(
        list(row) == ["check", "result", "reason", "evidence", "nextStep"] for row in document["checks"]
    )
    steps = [row["nextStep"] for row in document["checks"] if row["nextStep"]]
    assert steps
    assert all(step.isascii() or "“" in step for step in steps)


async def test_the_text_has_every_check_and_no_secret(machine: Machine) -> None:
    machine.sign_in(MEERA)
    machine.use_key()
    machine.environ["NEXTAUTH_SECRET"] = "a secret of nobody, which is long enough"

    found = await findings_of(machine.case())
    report = Report(found.values(), INDIA)

    everything = report.text() + json.dumps(report.document())
    assert all(f" {title}: " in report.text() for title in ("Settings", "Session", "Children", "Keyring"))
    for secret in ("OPTILEARN_SESSION_TOKEN", "OPTICRM_API_KEY", "NEXTAUTH_SECRET"):
        assert machine.environ[secret] not in everything


async def test_what_a_school_says_cannot_steer_the_report(machine: Machine, school: LiveSandbox) -> None:
    school.sandbox.weather.body(
        "institution", json.dumps({"name": "[red]Evil[/]\x1b[2J\nSchool", "slug": "riverside"})
    )

    found = await findings_of(machine.case())

    line = next(line for line in Report(found.values(), INDIA).text().splitlines() if "Evil" in line)
    assert "[red]Evil[/]" in line
    assert "\x1b" not in line


def test_a_report_says_how_much_is_wrong() -> None:
    assert Report([], INDIA).summary() == "Everything that was looked at is in order."
