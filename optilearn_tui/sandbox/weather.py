"""Bad weather at will: any endpoint made to fail, to answer nonsense, to be slow, or to wait for a sign.

The parts that weather can hit are the names of `PARTS`; `*` means all of them.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from optilearn_tui.sandbox.envelope import code_for, failure
from optilearn_tui.sandbox.gate import Gate

PARTS = (
    "institution",
    "csrf",
    "providers",
    "sign-in",
    "session",
    "sign-out",
    "children",
    "my-children",
    "overview",
    "fees",
    "attendance",
    "contact",
    "student",
    "user",
    "classes",
    "roster",
    "parents",
    "courses",
    "announcements",
    "enrollments",
)
"""Every endpoint by name. `children` is the tenant's bridge, `my-children` the proxy on `learn`; `parents`
are those of one student, `courses` the catalogue."""

EVERYWHERE = "*"

_AUTH_PARTS = frozenset({"csrf", "providers", "sign-in", "session", "sign-out"})
_PAGE = "<!doctype html><html><head><title>Bad gateway</title></head><body><h1>502</h1></body></html>"
_SIGN_IN_PAGE = "/login?callbackUrl=%2F"


class UnknownPart(ValueError):
    """There is no such endpoint, or no such trouble.

    Attributes:
        part: what was asked for.
    """

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(slots=True, eq=False)
class _Spell:
    """One piece of weather: where it holds, and what it does there."""

    part: str
    contact_id: str | None
    instead: Response | None = None
    gate: Gate | None = None
    delay: float = 0
    times: int | None = None

    def hits(self, part: str, contact_id: str | None) -> bool:
        """Whether a request to this endpoint, about this contact, is in for it."""
        return (
            self.part in {EVERYWHERE, part}
            and self.contact_id in {None, contact_id}
            and (self.times is None or self.times > 0)
        )


class Weather:
    """What happens to requests before the school sees them. Fair until told otherwise.

    Of several answers for the same request the latest counts; delays and gates add up and come first. Each
    method takes a part and, optionally, the contact that the request has to be about (or section, course,
    user: whatever id is in its path); `times` limits how often it strikes.
    """

    def __init__(self) -> None:
        self._spells: list[_Spell] = []

    def answer(
        self,
        part: str,
        *,
        status: int,
        code: str | None = None,
        message: str = "The weather is bad",
        retry_after: int | None = None,
        contact_id: str | None = None,
        times: int | None = None,
    ) -> None:
        """Answer with this status: in an envelope with `code`, or as Auth.js does where the part is its."""
        if part in _AUTH_PARTS:
            response: Response = JSONResponse({"message": message}, status)
        else:
            response = failure(code or code_for(status), message, status)
        if retry_after is not None:
            response.headers["Retry-After"] = str(retry_after)
        self._add(_Spell(part, contact_id, instead=response, times=times))

    def body(
        self,
        part: str,
        content: str | bytes,
        *,
        status: int = 200,
        media_type: str = "application/json",
        contact_id: str | None = None,
        times: int | None = None,
    ) -> None:
        """Answer with exactly this body."""
        response = Response(content, status, media_type=media_type)
        self._add(_Spell(part, contact_id, instead=response, times=times))

    def html(
        self, part: str, *, status: int = 200, contact_id: str | None = None, times: int | None = None
    ) -> None:
        """Answer with a page, as a proxy in between would."""
        self.body(part, _PAGE, status=status, media_type="text/html", contact_id=contact_id, times=times)

    def empty(
        self, part: str, *, status: int = 200, contact_id: str | None = None, times: int | None = None
    ) -> None:
        """Answer with nothing at all."""
        self.body(part, "", status=status, contact_id=contact_id, times=times)

    def redirect(
        self,
        part: str,
        *,
        location: str = _SIGN_IN_PAGE,
        contact_id: str | None = None,
        times: int | None = None,
    ) -> None:
        """Answer 307 to a sign-in page, as middleware does to somebody without a session."""
        response = Response(status_code=307, headers={"Location": location})
        self._add(_Spell(part, contact_id, instead=response, times=times))

    def hold(self, part: str, *, contact_id: str | None = None) -> Gate:
        """Let these requests wait until the gate that comes back is released."""
        gate = Gate()
        self._add(_Spell(part, contact_id, gate=gate))
        return gate

    def delay(self, seconds: float, part: str = EVERYWHERE, *, contact_id: str | None = None) -> None:
        """Let these requests take longer; for people who watch, not for tests."""
        self._add(_Spell(part, contact_id, delay=seconds))

    def fail(self, part: str, trouble: str) -> None:
        """A trouble by its word: a status from 300 to 599, `html`, `empty` or `redirect`.

        Raises:
            UnknownPart: there is no such part, or no such trouble.
        """
        match trouble:
            case "html":
                self.html(part)
            case "empty":
                self.empty(part)
            case "redirect":
                self.redirect(part)
            case _ if re.fullmatch("[345][0-9][0-9]", trouble):
                self.answer(part, status=int(trouble))
            case _:
                raise UnknownPart(trouble)

    def clear(self, part: str | None = None) -> None:
        """Fair weather again, everywhere or for one part; whatever still waits at a gate goes on."""
        gone = [spell for spell in self._spells if part in {None, spell.part}]
        self._spells = [spell for spell in self._spells if spell not in gone]
        for spell in gone:
            if spell.gate is not None:
                spell.gate.release()

    async def over(self, part: str, contact_id: str | None) -> Response | None:
        """Let a request wait as long as it has to; the answer it gets instead of the school's, if any."""
        spells = [spell for spell in self._spells if spell.hits(part, contact_id)]
        for spell in spells:
            if spell.delay:
                await asyncio.sleep(spell.delay)
            if spell.gate is not None:
                await spell.gate.passed()
        answers = [spell for spell in spells if spell.instead is not None]
        if not answers:
            return None
        latest = answers[-1]
        if latest.times is not None:
            latest.times -= 1
        return latest.instead

    def _add(self, spell: _Spell) -> None:
        if spell.part not in {EVERYWHERE, *PARTS}:
            raise UnknownPart(spell.part)
        self._spells.append(spell)
