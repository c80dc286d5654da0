"""Asks its terminal how it draws, as the dashboard does, and writes down what that took: for `probe`.

python -m tests.benchmarks.asking FILE
"""

from __future__ import annotations

import json
import os
import select
import sys
from pathlib import Path
from time import perf_counter

from optilearn_tui.tui.terminal_widths.probe import Question

_LATE = 1.0
"""Seconds in which an answer may still come after nobody waits for it any more."""


def main() -> None:
    """Ask, import what the dashboard imports, read the answer."""
    start = perf_counter()
    with Question(os.environ) as question:
        asked = perf_counter()
        import optilearn_tui.tui.app  # noqa: F401 - it takes its time, meanwhile the answer comes

        imported = perf_counter()
        answer = question.answer()
        answered = perf_counter()
        while answer.is_heard is False and select.select([0], [], [], _LATE)[0]:
            os.read(0, 4096)  # the dashboard goes on to listen as well: the shell behind it would show this
    told = {
        "asking_ms": (asked - start) * 1e3,
        "imports_ms": (imported - asked) * 1e3,
        "waiting_ms": (answered - imported) * 1e3,
        "heard": bool(answer.is_heard),
    }
    Path(sys.argv[1]).write_text(json.dumps(told))


if __name__ == "__main__":
    main()
