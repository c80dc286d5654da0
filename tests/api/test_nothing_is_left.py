"""Every byte below the cache folder, after a parent and a member of staff have looked at everything."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.cache import SHELF_FILE, Shelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import NotFound
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
APRIL = (date(2026, 4, 1), date(2026, 4, 30))
_Message = MutableMapping[str, object]


@dataclass
class Overheard:
    """The school, and all it said: what may be kept, and what may not."""

    app: ASGIApp
    may_be_kept: list[object] = field(default_factory=list)
    may_not: list[object] = field(default_factory=list)

    async def __call__(
        self,
        scope: _Message,
        receive: Callable[[], Awaitable[_Message]],
        send: Callable[[_Message], Awaitable[None]],
    ) -> None:
        """Pass it on (ASGI), unpacked."""
        headers = scope["headers"]
        assert isinstance(headers, list)
        scope["headers"] = [(name, value) for name, value in headers if name != b"accept-encoding"]
        kind: list[list[object]] = []

        async def heard(message: _Message) -> None:
            if message["type"] == "http.response.start":
                told = dict(message["headers"]) if isinstance(message["headers"], list) else {}
                kind.append(
                    self.may_not if b"no-store" in told.get(b"cache-control", b"") else self.may_be_kept
                )
            elif body := message.get("body"):
                assert isinstance(body, bytes)
                kind[0].append(json.loads(body))
            await send(message)

        await self.app(scope, receive, heard)


def words(value: object) -> Iterator[str]:
    """Every text in a piece of JSON that is long enough to be somebody's."""
    if isinstance(value, dict):
        for each in value.values():
            yield from words(each)
    elif isinstance(value, list):
        for each in value:
            yield from words(each)
    elif isinstance(value, str) and len(value) > 5:
        yield value


def everything_below(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


@pytest.fixture
def school(sandbox: Sandbox) -> Overheard:
    """The bundled school, overheard."""
    return Overheard(sandbox.app)


def client_of(email: str, sandbox: Sandbox, school: Overheard, noon: Clock, shelf: Shelf) -> Client:
    account = sandbox.account(email)
    token = parse_token(account.session_token)
    deployment = Deployment(sandbox.base_domain, sandbox.protocol)
    client = Client(deployment, account.institution, token, clock=noon, app=school, shelf=shelf)
    client.belongs_to(email)
    return client


async def an_evening_of_a_parent(client: Client) -> None:
    await client.auth.who_am_i()
    await client.institution.look_up()
    for child in (await client.children.mine()).value:
        await client.overview.of(child.contact_id)
        with suppress(NotFound):  # one of them has no record of fees
            await client.fees.of(child.contact_id)
        await client.attendance.of(child.contact_id, *APRIL)
        client.overview.note_viewed(child.contact_id)


async def a_day_of_staff(client: Client) -> None:
    await client.auth.who_am_i()
    classes = (await client.classes.all()).value
    sections = [section for each in classes if isinstance(each.sections, tuple) for section in each.sections]
    for entry in (await client.rosters.of(sections[0].id)).value:
        await client.people.student(entry.student_contact_id)
        await client.parents.of(entry.student_contact_id)
        await client.fees.of(entry.student_contact_id)
    await client.people.contact("c-meera")
    courses = await client.catalogue.courses().every()
    await client.announcements.of(courses[0].id)
    await client.enrollments.of(courses[0].id).every()


async def test_nothing_of_an_answer_that_may_not_be_kept_is_on_disk(
    sandbox: Sandbox, school: Overheard, noon: Clock, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path / "cache" / SHELF_FILE)
    async with client_of(MEERA, sandbox, school, noon, shelf) as parent:
        await an_evening_of_a_parent(parent)
    async with client_of(PRINCIPAL, sandbox, school, noon, shelf) as staff:
        await a_day_of_staff(staff)

    left = everything_below(tmp_path)
    open_to_keep = json.dumps(school.may_be_kept, ensure_ascii=False)
    secret = {word for word in words(school.may_not) if word not in open_to_keep}
    assert len(secret) > 100
    assert b"recentGrades" in left
    assert not [word for word in secret if word.encode() in left or json.dumps(word)[1:-1].encode() in left]
    for token in (sandbox.account(email).session_token for email in (MEERA, PRINCIPAL)):
        assert all(part.encode() not in left for part in token.split("."))
    for trace in (
        b"/api/",
        b"session-token",
        b"Cookie",
        b"localhost",
        b"riverside.",
        b"attendance?",
        b"x-inst",
    ):
        assert trace.lower() not in left.lower() or trace in json.dumps(school.may_be_kept).encode()


async def test_what_is_forgotten_leaves_no_byte_of_the_person(
    sandbox: Sandbox, school: Overheard, noon: Clock, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path / "cache" / SHELF_FILE)
    async with client_of(PRINCIPAL, sandbox, school, noon, shelf) as staff:
        await a_day_of_staff(staff)
    of_staff = set(words(school.may_be_kept))
    async with client_of(MEERA, sandbox, school, noon, shelf) as parent:
        await an_evening_of_a_parent(parent)
        await parent.auth.sign_out()

        assert await parent.forget_everything()

    left = everything_below(tmp_path)
    # The day is that of the bytes counted, which are nobody's.
    own = set(words(school.may_be_kept)) - of_staff - {"2026-04-15"}
    assert len(own) > 50
    assert not [word for word in own if word.encode() in left or json.dumps(word)[1:-1].encode() in left]
    assert b"c-aarav" not in left
    assert b"sections" in left
