"""Keys of the terminal, read by a thread that sleeps until there is one, and ends at once when it is to end.

Textual's own looks ten times a second whether it should end, and takes up to two tenths of a second to.
"""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING
from weakref import finalize

from textual import constants
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from typing_extensions import override

from optilearn_tui.tui.first_frame.stage import stage

if TYPE_CHECKING:
    from textual.app import App

_AT_ONCE = 4096
"""Bytes read together: a paste comes in a few pieces."""

_ESCAPE_SECONDS = constants.ESCAPE_DELAY + 0.01
"""A lone Escape is told from the beginning of a sequence by what does not follow; a little longer than the
parser waits, or it would be asked too early and then never again."""


class KeyboardDriver(LinuxDriver):
    """Textual's driver, which does nothing while nobody presses a key."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._bell = _Bell()
        self.exit_event = self._bell

    @override
    def stop_application_mode(self) -> None:
        if stage.modes is not None:
            self.attrs_before = [*stage.modes]  # those it found itself were those of the first frame
        super().stop_application_mode()

    @override
    def resume_application_mode(self) -> None:
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()  # it was stopped without being told: SIGSTOP
        super().resume_application_mode()

    @override
    def run_input_thread(self) -> None:
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        patience: float | None = None
        try:
            while not self._bell.is_set():
                ready = select.select([self.fileno, self._bell.hears], [], [], patience)[0]
                patience = None
                if self.fileno in ready:
                    typed = decode(os.read(self.fileno, _AT_ONCE))
                    if not typed:
                        break
                    for message in parser.feed(typed):
                        self.process_message(message)
                    patience = _ESCAPE_SECONDS
                for message in parser.tick():
                    self.process_message(message)
        finally:
            self._bell.hush()
            with suppress(EOFError, ParseError):
                for _ in parser.feed(""):
                    pass


class _Bell(Event):
    """Tells a thread that it should end, and wakes it where it waits for a file."""

    def __init__(self) -> None:
        super().__init__()
        self.hears, self._rings = os.pipe()
        for end in (self.hears, self._rings):
            finalize(self, os.close, end)

    @override
    def set(self) -> None:
        super().set()
        os.write(self._rings, b".")

    def hush(self) -> None:
        """Let it not ring any more."""
        while select.select([self.hears], [], [], 0)[0]:
            os.read(self.hears, _AT_ONCE)
