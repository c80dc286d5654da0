"""What comes along when a module of the client is imported: `--help` must not wait for a network library."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("sqlite3", "pydantic", "httpx", "truststore", "rich", "click", "pygments")


def brought_by(*modules: str) -> set[str]:
    """Those of `HEAVY` that a fresh interpreter has loaded after importing `modules`."""
    program = f"import sys, {', '.join(modules)}; print(*(name for name in {HEAVY} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("names", "brought"),
    [
        (["clock", "tenancy", "token", "kinds", "policy", "errors", "reading", "bounds", "cache"], set()),
        (["identity", "children", "overview", "fees", "attendance", "people", "institution"], {"pydantic"}),
        (["client"], {"pydantic"}),
    ],
)
def test_a_module_brings_no_more_than_it_needs(names: list[str], brought: set[str]) -> None:
    assert brought_by(*(f"optilearn_tui.api.{name}" for name in names)) == brought
