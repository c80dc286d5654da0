"""How quick a large roster is, against Textual's own table doing the same in the same run.

    python -m tests.benchmarks.roster_table [--rows 10000] [--many 50000] [--size 100x30] [--rounds 3]

Each program runs in a pseudo-terminal. Reported are milliseconds from a key until what it changed has been
written, with the number of the step: for the first showing of all rows, each key of the filter, and the arrow
and page keys; and the peak of memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from dataclasses import dataclass, field

from tests.benchmarks.roster_screens import students, text_of
from tests.pseudo_terminal import PseudoTerminal

_TYPED = (*"aarav sh", *"\x7f" * 8, *"12-b", *"\x7f" * 4)
_NOT_MEASURED = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "SSH_CONNECTION", "TMUX")
_FILL = "\x1bOQ"
_TAB, _DOWN, _PAGE_DOWN = "\t", "\x1b[B", "\x1b[6~"


@dataclass
class Figures:
    """Milliseconds of every key of one kind, and the peak of memory in MB."""

    shown: list[float] = field(default_factory=list)
    filter_key: list[float] = field(default_factory=list)
    arrow: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    memory: float = 0.0


def _until(terminal: PseudoTerminal, key: str, told: str) -> float:
    terminal.written.clear()
    before = terminal.elapsed()
    terminal.press(key)
    return (terminal.wait_for(told, limit=120) - before) * 1e3


def _until_painted(terminal: PseudoTerminal, key: str) -> float:
    """Until the first bytes come: a frame is written at once."""
    terminal.written.clear()
    before = terminal.elapsed()
    terminal.press(key)
    terminal.wait_for(" ", limit=30)
    after = terminal.elapsed()
    terminal.wait_for_quiet(0.1)
    return (after - before) * 1e3


def _run(kind: str, rows: int, size: tuple[int, int], figures: Figures) -> None:
    environ = {key: value for key, value in os.environ.items() if key not in _NOT_MEASURED}
    environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    argv = (sys.executable, "-m", "tests.benchmarks.roster_screens", kind, str(rows))
    with PseudoTerminal(argv, environ=environ, columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for("ready")
        terminal.wait_for_quiet(1.0)
        figures.shown.append(_until(terminal, _FILL, "step=1;"))
        terminal.wait_for_quiet()
        if kind != "bare":
            for step, key in enumerate(_TYPED, start=2):
                figures.filter_key.append(_until(terminal, key, f"step={step};"))
                terminal.wait_for_quiet(0.05)
            terminal.press(_TAB)
            terminal.wait_for_quiet()
            figures.arrow += [_until_painted(terminal, _DOWN) for _ in range(10)]
            figures.page += [_until_painted(terminal, _PAGE_DOWN) for _ in range(10)]
        figures.memory = max(figures.memory, terminal.peak_memory() / 1e6)


def _rows_left(count: int) -> list[int]:
    """How many rows each key of the filter leaves."""
    texts = [text_of(student).casefold() for student in students(count)]
    typed, left = "", []
    for key in _TYPED:
        typed = typed[:-1] if key == "\x7f" else typed + key
        left.append(sum(all(word in text for word in typed.split()) for text in texts))
    return left


def _percentile(values: list[float], part: float) -> float:
    return sorted(values)[min(int(len(values) * part), len(values) - 1)] if values else 0.0


def _line(name: str, figures: Figures) -> str:
    cells = (
        f"{_percentile(figures.shown, 0.5):>10,.0f}",
        f"{_percentile(figures.filter_key, 0.5):>14,.1f}",
        f"{_percentile(figures.filter_key, 0.95):>10,.1f}",
        f"{_percentile(figures.arrow, 0.5):>9,.1f}",
        f"{_percentile(figures.page, 0.5):>9,.1f}",
        f"{figures.memory:>8,.0f}",
    )
    return f"{name:<26}" + "".join(cells)


def _ratio(theirs: list[float], ours: list[float], left: list[int], least: int) -> str:
    pairs = [pair[:2] for pair in zip(theirs, ours, left, strict=True) if pair[2] >= least]
    median = statistics.median(their / our for their, our in pairs)
    together = sum(their for their, _ in pairs) / sum(our for _, our in pairs)
    keys = f"{len(pairs)} filter keys that leave {least:,} rows or more"
    return f"{keys}, DataTable / ours: median {median:.0f}, together {together:.0f}"


def main() -> None:
    """Measure in turn, print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=50_000)
    parser.add_argument("--size", default="100x30")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    columns, lines = (int(part) for part in asked.size.split("x"))
    cases = {
        "bare screen": ("bare", asked.rows, Figures()),
        f"ours, {asked.rows:,}": ("virtual", asked.rows, Figures()),
        f"DataTable, {asked.rows:,}": ("plain", asked.rows, Figures()),
        f"ours, {asked.many:,}": ("virtual", asked.many, Figures()),
    }
    for _ in range(asked.rounds):
        for kind, rows, figures in cases.values():
            _run(kind, rows, (columns, lines), figures)
    print(f"{'':<26}{'shown ms':>10}{'filter median':>14}{'p95':>10}{'arrow':>9}{'page':>9}{'MB':>8}")
    for name, (_, _, figures) in cases.items():
        print(_line(name, figures))
    bare, ours, plain, _ = (figures for _, _, figures in cases.values())
    left = _rows_left(asked.rows) * asked.rounds
    for least in (0, 1_000, 5_000):
        print(_ratio(plain.filter_key, ours.filter_key, left, least))
    print(f"memory, ours / bare screen: {ours.memory / bare.memory:.2f}")


if __name__ == "__main__":
    main()
