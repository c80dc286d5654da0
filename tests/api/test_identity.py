"""Who somebody is, from what the server says and what a token hints at."""

from __future__ import annotations

import pytest

from optilearn_tui.api.claims import Claims, hints
from optilearn_tui.api.identity import Identity, PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.token import Token
from tests.api.conftest import wire
from tests.api.tokens import jwe, jws


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ({"isContact": True, "contactType": "CONTACT_PARENT"}, PersonKind.PARENT),
        ({"contactType": "CONTACT_PARENT"}, PersonKind.PARENT),
        ({"isContact": True, "contactType": "CONTACT_STUDENT", "role": "STUDENT"}, PersonKind.STUDENT),
        ({"isContact": True, "contactType": "CONTACT_VENDOR"}, PersonKind.STRANGER),
        ({"isContact": True, "role": "TEACHER"}, PersonKind.STRANGER),
        ({"isContact": False, "role": "PRINCIPAL"}, PersonKind.STAFF),
        ({"isContact": False, "role": "TEACHER", "contactType": None}, PersonKind.STAFF),
        ({"role": "something new"}, PersonKind.STAFF),
        ({"isContact": False, "role": " "}, PersonKind.STRANGER),
        ({"isContact": False, "contactType": "CONTACT_PARENT"}, PersonKind.STRANGER),
        ({"name": "Guest", "email": "guest@example.com"}, PersonKind.STRANGER),
        ({}, PersonKind.STRANGER),
    ],
)
def test_the_kind_of_person_follows_the_session(user: dict[str, object], kind: PersonKind) -> None:
    assert Identity.model_validate(user).kind is kind


def test_a_readable_token_gives_hints() -> None:
    session = wire("session")
    assert isinstance(session, dict)

    claims = hints(jws(**session["user"]))

    assert claims == Claims.model_validate(session["user"])
    assert claims is not None
    assert claims.institution_slug == "riverside"


@pytest.mark.parametrize(
    "token", [jwe(), Token("a.b.c"), Token("e30.WzFd.sig"), Token("e30.bm90IGpzb24.sig"), Token("0" * 36)]
)
def test_any_other_token_gives_none(token: Token) -> None:
    assert hints(token) is None


def test_claims_fill_in_what_the_server_left_out_and_are_marked() -> None:
    told = Identity(email="Meera@example.com", name="Meera Sharma")
    claims = Claims(email="meera@example.com", name="Old Name", contact_id="c-meera", is_contact=True)

    filled = told.filled_in(claims)

    assert filled.name == "Meera Sharma"
    assert filled.contact_id == "c-meera"
    assert filled.role is Unknown.LEFT_OUT
    assert not filled.verified
    assert told.verified


def test_claims_about_somebody_else_add_nothing() -> None:
    told = Identity(email="meera@example.com")

    assert told.filled_in(Claims(email="other@example.com", contact_id="c-other")) is told
    by_id = Identity(id="uAb1")
    assert by_id.filled_in(Claims(id="uaB1", contact_id="c-other")) is by_id


def test_claims_that_add_nothing_leave_the_identity_verified() -> None:
    told = Identity(id="u-1", contact_id=None)

    assert told.filled_in(Claims(id="u-1", contact_id="c-1")).verified
