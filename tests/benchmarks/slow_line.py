"""What a parent waits for, and what it costs in bytes, on this machine and over slow lines.

    python -m tests.benchmarks.slow_line [--rounds 5] [--others DIR] [--only start,wire] [--out figures.json]

One command; the bare Textual screens, and other programs where they are installed, are measured in the same
run. Parts:

  start     process start, first paint, data; bytes to the terminal; memory; processor time; leaving
  wire      requests and bytes (headers and compressed bodies, plain HTTP/1.1) for a dashboard that begins
            with nothing, a refresh with nothing new, another child, and a second start; also over 64 and
            256 kbit/s with 600 ms there and back
  terminal  a terminal at the far end of 64 kbit/s with 150 ms there and back: until the screen settles
  keys      from a key to the first and to the last byte of what it changes
  idle      a minute of nothing: bytes, times the program woke up; and eight hours in simulated time

Times are milliseconds as the person sees them. The school is a sandbox on this machine. Linux only.

Programs of others to compare with are what is found below DIR, each in a virtual environment of its name:

  for name in posting harlequin toolong; do python3 -m venv DIR/$name; done
  DIR/posting/bin/pip install posting==2.11.1 tree-sitter==0.25.2    # 0.26 ends its Textual by SIGSEGV
  DIR/harlequin/bin/pip install harlequin==2.17.0
  DIR/toolong/bin/pip install toolong==1.5.0
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks import slow_line_parts as parts
from tests.benchmarks.programs import Case, bare_dash, bare_hello, dashboard, others, school

SIZE = (80, 24)

_PARTS: Mapping[str, Callable[[parts.Ground], parts.Rows]] = {
    "start": parts.start,
    "wire": parts.wire,
    "terminal": parts.terminal,
    "keys": parts.keys,
    "idle": parts.idle,
}


def main() -> None:
    """Measure what is asked for, print tables, and write the figures as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--others", type=Path, help="where toolong, harlequin, posting have venvs of their names"
    )
    parser.add_argument("--only", default=",".join(_PARTS), help="parts, with commas between them")
    parser.add_argument("--idle-seconds", type=float, default=60.0)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    figures: dict[str, parts.Rows] = {}
    with tempfile.TemporaryDirectory() as folder, school() as (port, place):
        ours = dashboard(place, Path(folder) / "kept")
        bare: list[Case] = [bare_hello(), bare_dash()]
        again = dashboard(place, Path(folder) / "again").again("dashboard, again")
        ground = parts.Ground(
            port, ours, again, bare, others(asked.others), asked.rounds, SIZE, asked.idle_seconds
        )
        for name in asked.only.split(","):
            figures[name] = _PARTS[name](ground)
            print(f"\n{name}\n{_table(figures[name])}", flush=True)
    if asked.out:
        told = {"size": f"{SIZE[0]}x{SIZE[1]}", "rounds": asked.rounds, "figures": figures}
        asked.out.write_text(json.dumps(told, indent=1))


def _table(rows: parts.Rows) -> str:
    """Rows of one part, each figure in a column of its own."""
    columns = list(dict.fromkeys(figure for row in rows.values() for figure in row))
    wide = max(len(name) for name in rows) + 2
    head = " " * wide + "".join(f"{column:>{max(len(column) + 2, 11)}}" for column in columns)
    lines = [
        f"{name:<{wide}}"
        + "".join(f"{_cell(row.get(column)):>{max(len(column) + 2, 11)}}" for column in columns)
        for name, row in rows.items()
    ]
    return "\n".join([head, *lines])


def _cell(value: float | None) -> str:
    if value is None or value != value:
        return ""
    return f"{value:,.2f}" if value % 1 and value < 100 else f"{value:,.0f}"


if __name__ == "__main__":
    main()
