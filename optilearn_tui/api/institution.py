"""An institution, as anybody may look it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Maybe, Record, Text
from optilearn_tui.api.policy import REUSE_300
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Institution(Record, frozen=True):
    """What an institution tells everybody about itself (PLATFORM.md §5; the path is [A])."""

    name: Text
    slug: Maybe[Text | None] = LEFT_OUT
    logo_url: Maybe[Text | None] = LEFT_OUT


INSTITUTION = Endpoint(Host.TENANT, "/api/portal/institution", Institution, REUSE_300)


class Institutions:
    """Looks up the institution that is asked, before anybody has signed in."""

    def __init__(self, calls: Calls, slug: str) -> None:
        self._calls = calls
        self._slug = slug

    async def look_up(self, *, anew: bool = False) -> Reading[Institution]:
        """The institution, without a session; asked for at the school if `anew`.

        Raises:
            NotFound, UnknownHost: there is none of that name.
            UnreadableAnswer: the answer is no institution, or another one.
            ApiError: any other trouble.
        """
        return await self._calls.public_fetch(INSTITUTION.call(), anew=anew, fits=self._is_meant)

    def _is_meant(self, institution: Institution) -> bool:
        slug = institution.slug
        return not isinstance(slug, str) or slug.strip().casefold() == self._slug
