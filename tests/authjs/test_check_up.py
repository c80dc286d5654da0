"""What a check-up says about a genuine Auth.js: sealed sessions, its secret, and a server set up wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.doctor import Check, Result
from tests.doctor.examined import Findings, Machine

if TYPE_CHECKING:
    from tests.authjs.genuine_server import GenuineServer

PARENT = {"email": "meera@example.com", "institutionSlug": "riverside"}
OF_SIGN_IN = (Check.SIGN_IN, Check.SESSION, Check.WHO_AM_I)


async def examined(server: GenuineServer, folder: Path, token: str, **environ: str) -> Findings:
    """What is found on a machine that asks this server with this session."""
    there = {
        "OPTICRM_BASE_DOMAIN": server.deployment.base_domain,
        "OPTICRM_PROTOCOL": server.deployment.protocol,
        "OPTILEARN_INSTITUTION": "riverside",
        "OPTILEARN_SESSION_TOKEN": token,
    }
    return await Machine({**there, **environ}, folder).examined()


@pytest.mark.parametrize(
    ("secret", "reason"),
    [(None, "ok"), ("a secret of the school", "verified"), ("the secret of another one", "wrong-secret")],
)
async def test_a_sealed_session_is_opened_by_its_secret_only(
    server: GenuineServer, tmp_path: Path, secret: str | None, reason: str
) -> None:
    token = server.mint(**PARENT).reveal()
    environ = {} if secret is None else {"NEXTAUTH_SECRET": secret}

    found = await examined(server, tmp_path, token, **environ)

    assert found[Check.SESSION].reason == reason
    assert found[Check.SESSION].evidence["form"] == "sealed"
    assert found[Check.WHO_AM_I].result is Result.OK


async def test_a_server_without_its_secret_is_set_up_wrongly_and_ends_nobodys_session(
    server: GenuineServer, tmp_path: Path
) -> None:
    token = server.mint(**PARENT).reveal()
    server.set(secret=None)

    found = await examined(server, tmp_path, token)

    assert [found[check].reason for check in OF_SIGN_IN] == ["misconfigured", "ok", "misconfigured"]


async def test_a_session_that_the_server_does_not_know_any_more_has_ended(
    server: GenuineServer, tmp_path: Path
) -> None:
    token = server.mint(**PARENT).reveal()
    server.set(revoked=True)

    found = await examined(server, tmp_path, token)

    assert found[Check.WHO_AM_I].reason == "ended"
    assert found[Check.SIGN_IN].result is Result.OK
