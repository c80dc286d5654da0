"""What makes connections is loaded quickly, and loses nothing by it."""

from __future__ import annotations

import subprocess
import sys

LOAD = """
import sys
from optilearn_tui.api.connecting import load_without_http2
load_without_http2()
print("h2" in sys.modules)
import httpcore._async.connection
from httpcore._async.http2 import AsyncHTTP2Connection
print("h2" in sys.modules, AsyncHTTP2Connection.__module__)
"""


def test_http2_is_loaded_when_a_connection_needs_it_and_not_before() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == ["False", "True", "httpcore._async.http2"]
