"""An attempt to sign in: what is left of it when it fails, and whether there was a school to try it at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, NoSuchInstitution, NotFound, ServerTrouble

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client

_NOT_FOUND = 404


@asynccontextmanager
async def attempt(client: Client) -> AsyncIterator[Client]:
    """The client, closed again where what is begun with it fails.

    Raises:
        NoSuchInstitution: it failed because nothing answers to the institution's name.
    """
    try:
        async with at_a_school(client):
            yield client
    except BaseException:
        await client.aclose()
        raise


@asynccontextmanager
async def at_a_school(client: Client) -> AsyncIterator[None]:
    """What fails in here because nothing answers to the institution's name is called that.

    Raises:
        NoSuchInstitution: nothing does.
    """
    try:
        yield
    except ServerTrouble as trouble:
        if trouble.status == _NOT_FOUND and await _is_nobody(client):
            raise NoSuchInstitution(client.slug, host=trouble.host) from None
        raise


async def _is_nobody(client: Client) -> bool:
    # A host without a sign-in may still be a school's; one that no school presents itself at is not.
    try:
        await client.institution.look_up()
    except NotFound:
        return True
    except ApiError:
        return False
    return False
