"""What it costs to ask the terminal how it draws Devanagari, where it answers and where it is silent.

    python -m tests.benchmarks.probe [--rounds 9] [--out figures.json]

The question is put before the imports and the answer is read after them, as the dashboard does. Every round
asks each terminal once, in turn. Reported are the milliseconds that asking and waiting took (median and
worst), those of the imports in between, how often the terminal was heard, and what was left on its screen.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from typing_extensions import override

from tests.benchmarks.programs import plain_environment
from tests.benchmarks.slow_terminal import SlowTerminal
from tests.benchmarks.throttle import Line
from tests.pseudo_terminal import PseudoTerminal
from tests.tui.terminal_widths.emulator import GLIBC, Emulator


class SilentTerminal(PseudoTerminal):
    """Answers nothing it is asked."""

    @override
    def _answer(self, chunk: bytes) -> None:
        pass


Opened = Callable[..., PseudoTerminal]
"""Starts a program on a terminal."""

TERMINALS: Mapping[str, tuple[Opened, str]] = {
    "answers at once": (PseudoTerminal, "auto"),
    "answers after 150 ms": (partial(SlowTerminal, line=Line(rtt=150)), "auto"),
    "answers after 600 ms": (partial(SlowTerminal, line=Line(rtt=600)), "auto"),
    "is silent": (SilentTerminal, "auto"),
    "is not asked": (PseudoTerminal, "1"),
}
"""How each is opened, and what `OPTILEARN_DEVANAGARI` says there."""


@dataclass(frozen=True)
class Asked:
    """One question: milliseconds it cost, those of the imports meanwhile, and what came of it."""

    cost_ms: float
    imports_ms: float
    heard: bool
    is_left: bool


def ask(opened: Opened, choice: str, folder: Path) -> Asked:
    """Ask a terminal once."""
    told = folder / "told.json"
    argv = (sys.executable, "-m", "tests.benchmarks.asking", str(told))
    environ = {**plain_environment(), "OPTILEARN_DEVANAGARI": choice}
    with opened(argv, environ=environ) as terminal:
        terminal.wait_for_exit()
        shown = Emulator(GLIBC, 80, 24)
        shown.feed(bytes(terminal.written).decode(errors="replace"))
    figures = json.loads(told.read_text())
    cost = figures["asking_ms"] + figures["waiting_ms"]
    return Asked(cost, figures["imports_ms"], figures["heard"], not shown.blank())


def summary(asked: Sequence[Asked]) -> dict[str, float]:
    """What several questions to the same terminal come to."""
    costs = [one.cost_ms for one in asked]
    return {
        "cost_ms": round(statistics.median(costs), 2),
        "worst_cost_ms": round(max(costs), 2),
        "imports_ms": round(statistics.median(one.imports_ms for one in asked)),
        "heard": sum(one.heard for one in asked),
        "left_on_screen": sum(one.is_left for one in asked),
    }


def table(told: Mapping[str, Mapping[str, float]]) -> str:
    """The summaries as lines of text."""
    figures = list(next(iter(told.values())))
    lines = [f"{'the terminal':<22}" + "".join(f"{figure:>16}" for figure in figures)]
    for name, line in told.items():
        lines.append(f"{name:<22}" + "".join(f"{line[figure]:>16g}" for figure in figures))
    return "\n".join(lines)


def main() -> None:
    """Measure, print a table, and write the figures as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # The first round warms the file cache and is left out.
        rounds = [
            {name: ask(opened, choice, Path(folder)) for name, (opened, choice) in TERMINALS.items()}
            for _ in range(options.rounds + 1)
        ][1:]
    told = {name: summary([one[name] for one in rounds]) for name in TERMINALS}
    print(table(told))
    if options.out:
        options.out.write_text(json.dumps({"rounds": options.rounds, "figures": told}, indent=1))


if __name__ == "__main__":
    main()
