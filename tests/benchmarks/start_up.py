"""How long until a parent reads something: the dashboard against a bare Textual screen, in the same run.

    python -m tests.benchmarks.start_up [--rounds 9] [--size 100x30] [--out figures.json]

Every round starts each program once, in turn, so that a slow moment of the machine hits all of them. Reported
are medians, and the medians of the ratios taken inside one round. The school is a sandbox on this machine,
asked over HTTP.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.pseudo_terminal import PseudoTerminal

_PARENT = "meera.sharma@example.com"
_NOT_MEASURED = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "SSH_CONNECTION", "TMUX")


@dataclass(frozen=True)
class Case:
    """One program to start, and the text that tells that it is ready."""

    name: str
    argv: tuple[str, ...]
    ready: str
    environ: Mapping[str, str]


@dataclass(frozen=True)
class Figures:
    """One start: milliseconds, bytes to the terminal until quiet, peak memory in MB, milliseconds to quit."""

    first_paint_ms: float
    ready_ms: float
    terminal_bytes: int
    memory_mb: float
    quit_ms: float


@contextmanager
def _school() -> Iterator[dict[str, str]]:
    """A sandbox on this machine; gives the environment that points a parent's session at it."""
    command = [sys.executable, "-m", "optilearn_tui", "sandbox", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        parent = next(account for account in ready["accounts"] if account["email"] == _PARENT)
        try:
            yield {
                "OPTICRM_BASE_DOMAIN": ready["base_domain"],
                "OPTICRM_PROTOCOL": ready["protocol"],
                "OPTILEARN_INSTITUTION": parent["institution"],
                "OPTILEARN_SESSION_TOKEN": parent["session_token"],
            }
        finally:
            process.terminate()


def _measure(case: Case, columns: int, rows: int) -> Figures:
    with PseudoTerminal(case.argv, environ=case.environ, columns=columns, rows=rows) as terminal:
        first_paint = terminal.wait_for_first_paint()
        ready = terminal.wait_for(case.ready)
        terminal.wait_for_quiet()
        painted, memory = len(terminal.written), terminal.peak_memory()
        asked = terminal.elapsed()
        terminal.press("\x11")  # Ctrl+Q
        ended = terminal.wait_for_exit()
    return Figures(first_paint * 1e3, ready * 1e3, painted, memory / 1e6, (ended - asked) * 1e3)


def _summary(rounds: list[dict[str, Figures]], reference: str) -> dict[str, dict[str, float]]:
    """Medians by case, and medians of `case / reference` inside each round, as `<figure>_ratio`."""
    summary: dict[str, dict[str, float]] = {}
    for case in rounds[0]:
        line: dict[str, float] = {}
        for figure in asdict(rounds[0][case]):
            mine = [getattr(one[case], figure) for one in rounds]
            bare = [getattr(one[reference], figure) for one in rounds]
            line[figure] = round(statistics.median(mine), 1)
            line[f"{figure}_ratio"] = round(
                statistics.median(a / b for a, b in zip(mine, bare, strict=True)), 2
            )
        summary[case] = line
    return summary


def _table(summary: Mapping[str, Mapping[str, float]]) -> str:
    figures = ("first_paint_ms", "ready_ms", "terminal_bytes", "memory_mb", "quit_ms")
    lines = [f"{'':<12}" + "".join(f"{figure:>24}" for figure in figures)]
    for case, line in summary.items():
        cells = (f"{line[figure]:,.0f} (×{line[figure + '_ratio']:.2f})" for figure in figures)
        lines.append(f"{case:<12}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    """Measure, print a table, and write the figures as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--size", default="100x30")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    columns, rows = (int(part) for part in asked.size.split("x"))
    plain = {key: value for key, value in os.environ.items() if key not in _NOT_MEASURED}
    plain |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder, _school() as school:
        own = {f"OPTILEARN_{kind}_DIR": f"{folder}/{kind.lower()}" for kind in ("CONFIG", "DATA", "CACHE")}
        cases = [
            Case("bare", (sys.executable, "-m", "tests.benchmarks.bare_dash"), "Student 1", plain),
            Case(
                "dashboard", (sys.executable, "-m", "optilearn_tui"), "Parts and wholes", plain | own | school
            ),
        ]
        measured = []
        for number in range(asked.rounds + 1):
            turn = number % len(cases)
            measured.append(
                {case.name: _measure(case, columns, rows) for case in cases[turn:] + cases[:turn]}
            )
        rounds = measured[1:]  # the first one warms the file cache
    summary = _summary(rounds, "bare")
    print(_table(summary))
    if asked.out:
        asked.out.write_text(
            json.dumps({"size": asked.size, "rounds": len(rounds), "figures": summary}, indent=1)
        )


if __name__ == "__main__":
    main()
