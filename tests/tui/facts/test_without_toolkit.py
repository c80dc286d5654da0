"""A dashboard is worded before the toolkit, the network and the keyring are imported."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from datetime import UTC, datetime
from importlib import import_module

import optilearn_tui.api.client

for name in sys.argv[1:]:
    import_module(f"optilearn_tui.tui.{name}")
from optilearn_tui.api.overview import Overview
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.facts.dashboard import dashboard_facts
from optilearn_tui.tui.facts.fitting import fitting
from optilearn_tui.tui.facts.heading import heading_of
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.facts.stats import stats_lines
from optilearn_tui.tui.facts.switcher import switcher_row
from optilearn_tui.tui.facts.title import title_line
from optilearn_tui.tui.feed import Feed

now = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
overview = Feed("c-1", Reading(Overview.model_validate({"courses": [], "certificates": []}), now))
for facts in dashboard_facts(lambda: now, UTC, lambda url: True).in_order:
    if isinstance(facts, OverviewFacts):
        facts.overview = overview
    assert fitting(facts.forms(38), 6)
    assert heading_of(facts, 38)
assert len(stats_lines(overview, 78)) == 2
assert not switcher_row((), None, 78).line
assert title_line(78, "School", "Parent", "note")

imported = {"textual", "httpx", "keyring"} & sys.modules.keys()
assert not imported, imported
assert "rich.segment" not in sys.modules, "styles and colours that nobody needs yet"
assert "optilearn_tui.i18n.problems" not in sys.modules, "words for what did not happen"
"""

_WORDED_WITHOUT = (
    "bars",
    "calendar",
    "columns",
    "cropping",
    "dashboard_note",
    "due",
    "early.easel",
    "early.head_start",
    "early.picture",
    "feed",
    "links",
    "mask",
    "names",
    "paint",
    "standing",
    "styled",
)


def test_the_words_of_a_dashboard_import_neither_toolkit_nor_network_nor_keyring() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *_WORDED_WITHOUT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
