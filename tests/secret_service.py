"""A genuine GNOME keyring on a D-Bus of its own, started and mistreated by tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

NAME = "org.freedesktop.secrets"
PACKAGES = "dbus gnome-keyring libglib2.0-bin"
PASSWORD = "the keyring's own password"

_DEADLINE = "20"  # seconds for a daemon to appear on the bus
_BUS_WITHOUT_SERVICES = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def what_is_missing() -> str | None:
    """Why it cannot be run here; None where it can."""
    if sys.platform != "linux":
        return "the Secret Service is Linux's"
    wanted = ("dbus-run-session", "gdbus", "gnome-keyring-daemon")
    missing = [name for name in wanted if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)} (apt install {PACKAGES})" if missing else None


def skip_where_missing() -> None:
    """Skip the test where it cannot be run; the gate forbids that with `OPTILEARN_REQUIRE_KEYRING`."""
    if reason := what_is_missing():
        if os.environ.get("OPTILEARN_REQUIRE_KEYRING"):
            pytest.fail(reason)
        pytest.skip(reason)


class SecretService:
    """The bus, and the keyring on it once it is started. A context manager.

    Without a display nobody is there to answer the keyring's questions, as over SSH.
    """

    def __init__(self, home: Path, *, activates: bool = True) -> None:
        """A bus without a keyring.

        Args:
            home: where the keyring's files lie.
            activates: whether the bus starts a keyring by itself when one is asked for, as Debian's does.
        """
        self.home = home
        runtime = home / "run"
        runtime.mkdir(parents=True, mode=0o700)
        self.environ = {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        rules = home / "bus.conf"
        rules.write_text(_BUS_WITHOUT_SERVICES)
        self._bus = subprocess.Popen(
            [
                "dbus-run-session",
                *(() if activates else ("--config-file", str(rules))),
                "--",
                "sh",
                "-c",
                'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat',
            ],
            env={"PATH": os.environ["PATH"], **self.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._bus.stdout is not None
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().strip()
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self, *, unlocked: bool) -> None:
        """Start the keyring: unlocked as at a person's desk, or as it is when nobody has logged in there."""
        how = ["--unlock"] if unlocked else ["--start"]
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", *how],
            env={"PATH": os.environ["PATH"], **self.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        with self._daemon.stdin as stdin:
            stdin.write(PASSWORD.encode())
        self._wait_for_its_name()

    def pause(self) -> None:
        """From now on it takes questions and answers none, as while it asks on another display."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """The keyring's process ends without a word."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            self._daemon = None

    def kill_bus(self) -> None:
        """The bus ends."""
        self._bus.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.kill_bus()

    def _wait_for_its_name(self) -> None:
        waiting = ["gdbus", "wait", "--session", "--timeout", _DEADLINE, NAME]
        subprocess.run(waiting, env={"PATH": os.environ["PATH"], **self.environ}, check=True)
