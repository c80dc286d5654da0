"""A little school of canned answers, and a client that is signed in there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment
from tests.api.little_school import LittleSchool, plain
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

PARENT = {
    "id": "u-1",
    "name": "Meera",
    "email": "meera@example.com",
    "isContact": True,
    "contactId": "c-meera",
    "contactType": "CONTACT_PARENT",
    "institutionSlug": "riverside",
}


def wire(name: str) -> object:
    """The JSON of one answer, as written by hand in `wire/`."""
    content: object = json.loads((Path(__file__).parent / "wire" / f"{name}.json").read_text("utf-8"))
    return content


@pytest.fixture
def school() -> LittleSchool:
    """Both hosts of a school where a parent is signed in."""
    school = LittleSchool()
    school.answer("/api/auth/session", plain({"user": PARENT, "expires": "2026-05-15T06:30:00.000Z"}))
    return school


@pytest.fixture
async def client(school: LittleSchool, noon: Clock) -> AsyncIterator[Client]:
    """A client with a session at that school, which asks once."""
    async with Client(Deployment(), "riverside", jwe(), clock=noon, app=school, retry=ONCE) as client:
        yield client
