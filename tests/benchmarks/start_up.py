"""How long until a parent reads something: the dashboard against bare Textual screens, in the same run.

    python -m tests.benchmarks.start_up [--rounds 9] [--size 100x30] [--others DIR] [--out figures.json]

Every round starts each program once, in turn. Reported are medians, and the medians of the ratios to the bare
one-line program taken inside one round. The school is a sandbox on this machine, asked over HTTP; each start
begins with nothing kept.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from tests.benchmarks.programs import bare_dash, bare_hello, dashboard, others, school
from tests.benchmarks.starting import rounds_of, summary, table, that_start

FIGURES = ("first_paint_ms", "ready_ms", "keys_ms", "cpu_s", "terminal_bytes", "memory_mb", "quit_ms")


def main() -> None:
    """Measure, print a table, and write the figures as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--size", default="100x30")
    parser.add_argument(
        "--others", type=Path, help="where toolong, harlequin, posting have venvs of their names"
    )
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    columns, rows = (int(part) for part in asked.size.split("x"))
    with tempfile.TemporaryDirectory() as folder, school() as (_, place):
        ours = dashboard(place, Path(folder) / "kept")
        light = ours.called("dashboard, light", OPTILEARN_LIGHT="on")
        cases = [bare_hello(), bare_dash(), ours, light, *that_start(others(asked.others), columns, rows)]
        told = summary(rounds_of(cases, asked.rounds, columns, rows), "bare hello")
    print(table(told, FIGURES))
    if asked.out:
        asked.out.write_text(
            json.dumps({"size": asked.size, "rounds": asked.rounds, "figures": told}, indent=1)
        )


if __name__ == "__main__":
    main()
