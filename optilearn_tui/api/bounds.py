"""How long we wait and how much we take: no server can hold us longer or fill our memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

PATIENCE = 3.0
"""On a line where every byte counts, everything may take so many times longer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of one request. Times in seconds.

    Attributes:
        connect: for the connection.
        read: for each piece of the answer.
        write: for each piece of the request.
        pool: for a free connection.
        whole: for everything together.
        body: bytes of a body, after decoding.
        connections: at the same time.
    """

    connect: float = 5.0
    read: float = 15.0
    write: float = 10.0
    pool: float = 15.0
    whole: float = 30.0
    body: int = 8 * 1024 * 1024
    connections: int = 16

    def patient(self) -> Self:
        """The same for a line where every byte counts."""
        return replace(
            self,
            connect=self.connect * PATIENCE,
            read=self.read * PATIENCE,
            write=self.write * PATIENCE,
            pool=self.pool * PATIENCE,
            whole=self.whole * PATIENCE,
        )
