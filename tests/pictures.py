"""Takes the pictures of the README: the program's own screens, drawn by the program.

    python -m tests.pictures

The bundled school runs in this process at a fixed moment, so that only what changed looks different.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape, unescape
from pathlib import Path

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.demo import demo_accounts
from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.terminal_widths.measuring import cell_len
from tests.tui.screen_text import settle

_PLACE = Path(__file__).parent.parent / ".pictures"
_EVENING = datetime(2026, 4, 15, 14, 0, tzinfo=UTC)  # half past seven in India
_REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(
    r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>([^<]*)</text>'
)
_HINDI_AND_REST = re.compile(r"[\u0900-\u097f\u200c\u200d]+|[^\u0900-\u097f\u200c\u200d]+")


@dataclass(frozen=True)
class Picture:
    """One screen: whose, how large, in which language, and the keys that lead to it from the first one."""

    name: str
    language: Language = Language.EN
    columns: int = 100
    rows: int = 30
    keys: tuple[str, ...] = ()
    kind: str = "parent"


_PICTURES = (
    Picture("dashboard"),
    Picture("dashboard-hi", Language.HI),
    Picture("board", rows=14, keys=("b",)),
    Picture("attendance", rows=26, keys=("2", "tab", "tab", "tab", "z")),
    Picture("staff", kind="staff", keys=("8",)),
    Picture("targeting", kind="staff", keys=("g",)),
)


def _clock() -> Callable[[], datetime]:
    return lambda: _EVENING


def _forget(**_choices: object) -> None:
    """A picture leaves no settings behind."""


async def _take(picture: Picture) -> str:
    use(picture.language)
    app = OptiLearnApp(
        partial(demo_accounts, picture.kind, _clock()),
        Settings(),
        deployment=Deployment(base_domain="localhost", protocol="http"),
        remember=_forget,
        clock=_clock(),
    )
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(pilot)
        drawn = app.export_screenshot(title="optilearn")
    drawn = _TEXT.sub(_word_by_word, drawn)
    drawn = _REMOTE_FONTS.sub("", drawn).replace("Fira Code", "DejaVu Sans Mono")
    return drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)  # or some viewers drop blanks at a seam


def _word_by_word(text: re.Match[str]) -> str:
    """A line with Hindi in it, each word at its own cell, as the program addresses them in a terminal."""
    style, x, y, length, rest, escaped = text.groups()
    content = unescape(escaped)
    cell = float(length) / max(len(content), 1)  # that is how Rich measures it, in code points
    parts, cells = [], 0
    for run in _HINDI_AND_REST.findall(content):
        parts.append(
            f'<text class="{style}" x="{float(x) + cells * cell:g}" y="{y}"{rest}>'
            f"{escape(run).replace(' ', '&#160;')}</text>"
        )
        cells += cell_len(run)
    return "".join(parts) if len(parts) > 1 else text[0]


def main() -> None:
    """Take every picture anew."""
    _PLACE.mkdir(exist_ok=True)
    for picture in _PICTURES:
        (_PLACE / f"{picture.name}.svg").write_text(asyncio.run(_take(picture)))


if __name__ == "__main__":
    main()
