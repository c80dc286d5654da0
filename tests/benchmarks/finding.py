"""How long it takes to find somebody in a whole school, and to take the school in.

    python -m tests.benchmarks.finding [--students 10000] [--rounds 9]

Everybody has two parents; reported are medians and the slowest of the rounds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from optilearn_tui.api.parents import Parent
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.finding import Directory

_FIRST = ("Aarav", "Diya", "Kabir", "Zoya", "Rohan", "Meera", "दीया", "रोहन", "फ़ातिमा")
_LAST = ("Sharma", "Verma", "Rao", "D'Souza", "Khan", "Iyer", "शर्मा")
_SEATS = 40
_TYPED = ("a", "sharma", "aarav sharma", "दीया", "12", "9812", "+91 98123", "parent49", "nobody")
_SHOWN = 200


def _time(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def _report(what: str, times: list[float]) -> None:
    print(f"  {what:<34}{statistics.median(times):10.3f} ms  (slowest {max(times):.3f})")


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _parents(chance: random.Random, student: int) -> list[Parent]:
    return [
        Parent(
            parent_contact_id=f"p-{student}-{number}",
            name=_name(chance),
            email=f"parent{student}.{number}@example.com",
            mobile=f"+91 98{chance.randrange(10**8):08}",
        )
        for number in range(2)
    ]


def main() -> None:
    """Take a made-up school in, and look for people there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--students", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 - no secret
    everybody = [
        RosterEntry(student_contact_id=f"c-{n}", name=_name(chance), roll_number=str(n % _SEATS + 1))
        for n in range(asked.students)
    ]
    parents = [_parents(chance, number) for number in range(asked.students)]
    directory = Directory()

    def take_in() -> None:
        for first in range(0, asked.students, _SEATS):
            directory.add_roster(f"s-{first}", everybody[first : first + _SEATS])
        for number, theirs in enumerate(parents):
            directory.add_parents(f"c-{number}", theirs)

    print(f"{asked.students} students with two parents each")
    _report("take all in", [_time(take_in)])
    _report("first search, which sorts", [_time(partial(directory.search, "nobody"))])
    for typed in _TYPED:
        search = partial(directory.search, typed, most=_SHOWN)
        _report(f"search “{typed}”", [_time(search) for _ in range(asked.rounds)])


if __name__ == "__main__":
    main()
