"""The parts of `slow_line`: each measures one thing and tells its figures, row by row."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.slow_terminal import SlowTerminal
from tests.benchmarks.starting import cpu_seconds, leave, rounds_of, summary, that_start, wakeups
from tests.benchmarks.throttle import Line, Throttle
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from tests.benchmarks.programs import Case

Rows = dict[str, dict[str, float]]
"""By what was measured: its figures by their names."""

_SLOW = (Line(), Line(256, 600), Line(64, 600))
_FAR_TERMINAL = Line(64, 150)
_SECOND_CHILD = "2"
_FIRST_CHILD = "1"
_REFRESH = "r"
_TABLE_DOWN = "\x1b[6~"
_SWITCHES = 20


@dataclass(frozen=True)
class Ground:
    """What everything is measured on.

    Attributes:
        port: where the school listens.
        ours: the dashboard of a parent.
        again: the same, of a parent who has been here before.
        bare: bare Textual screens.
        others: programs of others.
        rounds: how often each start is repeated.
        size: columns and rows of the terminal.
        idle_seconds: how long to watch a program that nobody uses.
    """

    port: int
    ours: Case
    again: Case
    bare: Sequence[Case]
    others: Sequence[Case]
    rounds: int
    size: tuple[int, int]
    idle_seconds: float

    @property
    def light(self) -> Case:
        """Ours in the light profile."""
        return self.ours.called("dashboard, light", OPTILEARN_LIGHT="on")

    @property
    def textual(self) -> Case:
        """Ours, painted by Textual itself."""
        return self.ours.called("dashboard, Textual", OPTILEARN_PAINTING="textual")


def start(ground: Ground) -> Rows:
    """Starts beside those of the bare screens.

    `×` is the ratio to the bare one-line program, `data × dash` that to the bare screen with tabs and table.
    """
    ours = (ground.ours, ground.light, ground.again)
    rounds = rounds_of(
        [*ground.bare, *ours, *that_start(ground.others, *ground.size)], ground.rounds, *ground.size
    )
    told, beside_dash = summary(rounds, "bare hello"), summary(rounds, "bare dash")
    return {
        name: {figure.replace("_ratio", " ×"): value for figure, value in line.items()}
        | {"data × dash": beside_dash[name]["ready_ms_ratio"]}
        for name, line in told.items()
    }


def wire(ground: Ground) -> Rows:
    """A parent's evening over lines of different speed."""
    rows: Rows = {}
    for line in _SLOW:
        with Throttle(ground.port, line) as throttle:
            for name, figures in _evening(ground.ours.at(throttle.port), throttle, ground.size):
                rows[f"{name}; {line.name}"] = figures
    return rows


def _evening(case: Case, throttle: Throttle, size: tuple[int, int]) -> Iterator[tuple[str, dict[str, float]]]:
    case = case.signed_in()
    throttle.look()
    with _opened(case, size) as terminal:
        yield "first start", _opening(terminal, case, throttle)
        for name, key in (("refresh", _REFRESH), ("another child", _SECOND_CHILD), ("back", _FIRST_CHILD)):
            yield name, {**_press(terminal, key, 2.0), **_traffic(throttle)}
        leave(terminal)
        throttle.look()
    with _opened(case, size) as terminal:
        yield "second start", _opening(terminal, case, throttle)
        leave(terminal)


def _opening(terminal: PseudoTerminal, case: Case, throttle: Throttle) -> dict[str, float]:
    first_paint = terminal.wait_for_first_paint()
    data = terminal.wait_for(case.ready or "", limit=60)
    terminal.wait_for_quiet(3.0)
    painted = float(len(terminal.written))
    return {"first ms": first_paint * 1e3, "last ms": data * 1e3, "terminal": painted, **_traffic(throttle)}


def _traffic(throttle: Throttle) -> dict[str, float]:
    traffic = throttle.look()
    return {
        "requests": float(traffic.requests),
        "received": float(traffic.received),
        "sent": float(traffic.sent),
        "connections": float(traffic.connections),
    }


def terminal(ground: Ground) -> Rows:
    """Starts as somebody sees them at the far end of a slow line; then a key, and leaving."""
    rows: Rows = {}
    for case in (*ground.bare[1:], ground.textual, ground.ours, ground.light):
        case.forget()
        columns, lines = ground.size
        far = SlowTerminal(case.argv, environ=case.environ, line=_FAR_TERMINAL, columns=columns, rows=lines)
        with far:
            first_paint = far.wait_for_first_paint(limit=60)
            ready = far.wait_for(case.ready or "", limit=60)
            settled = _settled(far, 1.5)
            painted = len(far.written)
            key = _SECOND_CHILD if case.keeps else _TABLE_DOWN
            pressed = _press(far, key, 1.5)
        half = _FAR_TERMINAL.rtt / 2
        rows[case.name] = {
            "first paint ms": first_paint * 1e3 + half,
            "data ms": ready * 1e3 + half,
            "settled ms": settled * 1e3 + half,
            "bytes": float(painted),
            "key: last ms": pressed["last ms"],
            "key: bytes": pressed["terminal"],
        }
    return rows


def keys(ground: Ground) -> Rows:
    """Going to and fro between two children whose data is there, and what a page costs in a bare table."""
    rows: Rows = {}
    for case in (*ground.bare[1:], ground.textual, ground.ours, ground.light):
        case.forget()
        with _opened(case, ground.size) as terminal:
            terminal.wait_for(case.ready or "")
            terminal.wait_for_quiet(1.5)
            pair = (_SECOND_CHILD, _FIRST_CHILD) if case.keeps else (_TABLE_DOWN, "\x1b[5~")
            for key in pair:  # once for nothing: whatever is read, imported and drawn up only once
                _press(terminal, key, 1.0)
            pressed = [_press(terminal, pair[turn % 2], 0.3) for turn in range(_SWITCHES)]
        rows[case.name] = {
            "first ms": _median(pressed, "first ms"),
            "first ms p95": _percentile([each["first ms"] for each in pressed]),
            "last ms": _median(pressed, "last ms"),
            "last ms p95": _percentile([each["last ms"] for each in pressed]),
            "terminal": _median(pressed, "terminal"),
        }
    return rows


def idle(ground: Ground) -> Rows:
    """A program that nobody uses: for a while in real time, and ours for eight hours in simulated time."""
    rows: Rows = {}
    for case in (*ground.bare[1:], ground.textual, ground.ours):
        case.forget()
        with _opened(case, ground.size) as terminal:
            terminal.wait_for(case.ready or "")
            terminal.wait_for_quiet(2.0)
            rows[case.name] = _nothing(terminal, ground.idle_seconds)
    simulated = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.idle_day"], capture_output=True, text=True, check=True
    )
    rows["eight hours, simulated"] = json.loads(simulated.stdout)
    return rows


def _nothing(terminal: PseudoTerminal, seconds: float) -> dict[str, float]:
    before = (len(terminal.written), wakeups(terminal.pid), cpu_seconds(terminal.pid))
    end = terminal.elapsed() + seconds
    while (left := end - terminal.elapsed()) > 0:
        terminal.read(left)
    after = (len(terminal.written), wakeups(terminal.pid), cpu_seconds(terminal.pid))
    written, woken, cpu = (late - early for early, late in zip(before, after, strict=True))
    a_minute = 60 / seconds
    return {
        "bytes a minute": written * a_minute,
        "wake-ups a minute": woken * a_minute,
        "cpu ms a minute": cpu * a_minute * 1e3,
    }


def _press(terminal: PseudoTerminal, key: str, quiet: float) -> dict[str, float]:
    """Press a key: milliseconds to the first and last byte of what follows, and how many they are."""
    before, written = terminal.elapsed(), len(terminal.written)
    terminal.press(key)
    terminal.read(10.0)
    first = terminal.elapsed()
    last = _settled(terminal, quiet)
    return {
        "first ms": (first - before) * 1e3,
        "last ms": (last - before) * 1e3,
        "terminal": float(len(terminal.written) - written),
    }


def _settled(terminal: PseudoTerminal, quiet: float) -> float:
    """When the last byte came before nothing did for `quiet` seconds."""
    last = terminal.elapsed()
    while terminal.read(quiet):
        last = terminal.elapsed()
    return last


def _opened(case: Case, size: tuple[int, int]) -> PseudoTerminal:
    return PseudoTerminal(case.argv, environ=case.environ, columns=size[0], rows=size[1])


def _median(pressed: Sequence[dict[str, float]], figure: str) -> float:
    return statistics.median(each[figure] for each in pressed)


def _percentile(values: Sequence[float]) -> float:
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]
