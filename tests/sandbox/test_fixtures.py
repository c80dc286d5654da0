"""The school and the client of this package, put together by the fixtures of every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import ClientOf
from optilearn_tui.api.auth import AccountKind
from optilearn_tui.api.children import Child


async def test_a_client_asks_the_school_in_process(client_of: ClientOf) -> None:
    client = client_of("meera.sharma@example.com")
    identity = await client.auth.who_am_i()
    assert identity.contact_id == "c-meera"
    children = await client.children.mine()
    assert [child.contact_id for child in children.value] == ["c-aarav", "c-diya", "c-kabir"]


async def test_two_people_ask_side_by_side(client_of: ClientOf) -> None:
    anna = await client_of("john.dsouza@example.com").overview.of("c-anna")
    tara = await client_of("sunita.verma@example.com").overview.of("c-tara")
    names = [one.value.child.name for one in (anna, tara) if isinstance(one.value.child, Child)]
    assert names == ["Anna D'Souza", "तारा वर्मा"]


async def test_a_person_signs_in_through_the_client(client_of: ClientOf) -> None:
    client = client_of("meera.sharma@example.com")
    identity = await client.auth.sign_in(AccountKind.STAFF, "principal@riverside.example", "sandbox-2026")
    assert identity.role == "PRINCIPAL"
