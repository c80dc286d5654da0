"""What all screens of the staff room share: whom they ask, what was read, whose clock and zone count."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.school.finding import Directory
from optilearn_tui.tui.question import Rhythm

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.staff.register import Register
    from optilearn_tui.tui.staff.sheet import Export

ONCE = Rhythm(refresh=0)
"""Asks again by itself after a failure only: rosters and parents are not asked for without need."""


@dataclass(slots=True)
class Room:
    """The staff room of one school, handed from screen to screen.

    Attributes:
        client: asks the school; another one may follow when the session was lost.
        register: what was read so far.
        clock: tells the time now.
        zone: the school's time zone.
        export: writes what is shown to a file; None where nothing is to be written.
        rhythm: pauses between questions that are asked again by themselves.
        directory: everybody who was read so far, to be found.
        place: the school's name.
        person: who is signed in.
    """

    client: Client
    register: Register
    clock: Clock
    zone: tzinfo
    export: Export | None = None
    rhythm: Rhythm = ONCE
    directory: Directory = field(default_factory=Directory)
    place: str = ""
    person: str = ""
