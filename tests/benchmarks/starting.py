"""One start of a program, measured, and what several rounds of starts come to."""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.programs import QUIT, Case
from tests.pseudo_terminal import PseudoTerminal

_A_SCREEN = 1000
"""Bytes below which a program has painted nothing, whatever else it wrote before it gave up."""

_TICKS = os.sysconf("SC_CLK_TCK")

Summary = Mapping[str, Mapping[str, float]]
"""By case: medians of each figure, and as `<figure>_ratio` medians of the ratios inside one round."""


@dataclass(frozen=True)
class Start:
    """One start: milliseconds from the process's own, processor time, bytes, MB, milliseconds to leave.

    Attributes:
        ready_ms: until its data is seen.
        keys_ms: until it heeds keys.
    """

    first_paint_ms: float
    ready_ms: float
    keys_ms: float
    cpu_s: float
    terminal_bytes: int
    memory_mb: float
    quit_ms: float


def measure(case: Case, columns: int, rows: int) -> Start:
    """Start a program, wait until it is ready and quiet, and leave it."""
    if case.begins_anew:
        case.forget()
    with PseudoTerminal(case.argv, environ=case.environ, columns=columns, rows=rows) as terminal:
        first_paint = terminal.wait_for_first_paint()
        ready = terminal.wait_for(case.ready) if case.ready else first_paint
        cpu = cpu_seconds(terminal.pid)
        keys = terminal.wait_for(case.heeds) if case.heeds else ready
        terminal.wait_for_quiet(0.5)
        painted, memory = len(terminal.written), terminal.peak_memory()
        quit_ms = leave(terminal) if case.ready else float("nan")
    return Start(first_paint * 1e3, ready * 1e3, keys * 1e3, cpu, painted, memory / 1e6, quit_ms)


def leave(terminal: PseudoTerminal) -> float:
    """Milliseconds from the key until the program has ended."""
    asked = terminal.elapsed()
    terminal.press(QUIT)
    return (terminal.wait_for_exit() - asked) * 1e3


def cpu_seconds(pid: int) -> float:
    """Processor time a process has taken so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def wakeups(pid: int) -> int:
    """How often the threads of a process have gone to sleep so far (Linux)."""
    statuses = Path(f"/proc/{pid}/task").glob("*/status")
    lines = (line for status in statuses for line in status.read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))


@contextmanager
def on_one_processor() -> Iterator[None]:
    """Everything started meanwhile shares one processor, as on a small machine."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def that_start(cases: Sequence[Case], columns: int, rows: int) -> list[Case]:
    """Those of the programs of others that start on this machine at all; which do not is told."""
    starting = []
    for case in cases:
        try:
            painted = measure(case, columns, rows).terminal_bytes
        except (TimeoutError, OSError):
            painted = 0
        if painted >= _A_SCREEN:
            starting.append(case)
        else:
            print(f"{case.name} does not start here: left out", file=sys.stderr)
    return starting


def rounds_of(cases: Sequence[Case], rounds: int, columns: int, rows: int) -> list[dict[str, Start]]:
    """Each round starts every case once, in turn, so that a slow moment of the machine hits all of them.

    The first round, which warms the file cache, is left out.
    """
    measured = []
    for number in range(rounds + 1):
        turn = number % len(cases)
        measured.append({case.name: measure(case, columns, rows) for case in [*cases[turn:], *cases[:turn]]})
    return measured[1:]


def summary(rounds: Sequence[Mapping[str, Start]], reference: str) -> dict[str, dict[str, float]]:
    """Medians by case, and medians of `case / reference` inside each round."""
    told: dict[str, dict[str, float]] = {}
    for case in sorted(rounds[0], key=lambda name: name != reference):
        line: dict[str, float] = {}
        for figure in asdict(rounds[0][case]):
            mine = [getattr(one[case], figure) for one in rounds]
            theirs = [getattr(one[reference], figure) for one in rounds]
            line[figure] = round(statistics.median(mine), 2)
            ratios = [a / b for a, b in zip(mine, theirs, strict=True) if b]
            line[f"{figure}_ratio"] = round(statistics.median(ratios), 3) if ratios else float("nan")
        told[case] = line
    return told


def table(told: Summary, figures: Sequence[str]) -> str:
    """The summary as lines of text, each figure with its ratio."""
    lines = [f"{'':<20}" + "".join(f"{figure:>22}" for figure in figures)]
    for case, line in told.items():
        cells = (
            f"{line[figure]:,.{_decimals(line[figure])}f} (×{line[figure + '_ratio']:.2f})"
            for figure in figures
        )
        lines.append(f"{case:<20}" + "".join(f"{cell:>22}" for cell in cells))
    return "\n".join(lines)


def _decimals(value: float) -> int:
    return 2 if value < 10 else 0
