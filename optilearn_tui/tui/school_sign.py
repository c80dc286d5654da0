"""The school's own name over a dashboard that knows only its name in addresses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.tui.elsewhere import Elsewhere
    from optilearn_tui.tui.title_bar import TitleBar


async def put_up(bar: TitleBar, client: Client, elsewhere: Elsewhere | None) -> None:
    """Ask the school for its name, show it in `bar`, and let it be remembered.

    Where the school does not answer, its name in addresses says it well enough.
    """
    with suppress(ApiError):
        name = (await client.institution.look_up()).value.name
        if bar.is_attached:
            bar.place = name
        if elsewhere is not None:
            await elsewhere.learn_name(client.slug, name)
