"""Which error ends in which exit code (COMMANDS.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from optilearn_tui.api import errors
from optilearn_tui.cli.exits import Exit, Refusal, exit_of
from optilearn_tui.credentials import StoreUnavailable
from optilearn_tui.settings import UnreadableSettings


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InvalidSlug("a.b"), Exit.USAGE),
        (errors.MissingSlug(), Exit.USAGE),
        (errors.InvalidBaseDomain("OPTICRM_BASE_DOMAIN", "x"), Exit.USAGE),
        (errors.InsecureProtocol(), Exit.USAGE),
        (errors.InvalidToken("shape"), Exit.USAGE),
        (errors.MissingServiceKey(), Exit.NOT_SIGNED_IN),
        (errors.InvalidServiceKey("empty"), Exit.USAGE),
        (errors.ServiceKeyRefused(status=401, code="AUTH_REQUIRED"), Exit.NOT_SIGNED_IN),
        (errors.ServiceKeyRefused(code="FORBIDDEN"), Exit.FORBIDDEN),
        (errors.ServiceKeyWanted(), Exit.FORBIDDEN),
        (errors.NotSignedIn(), Exit.NOT_SIGNED_IN),
        (errors.SessionEnded(), Exit.NOT_SIGNED_IN),
        (errors.WrongCredentials(), Exit.NOT_SIGNED_IN),
        (errors.FurtherStep(), Exit.NOT_SIGNED_IN),
        (errors.Forbidden(), Exit.FORBIDDEN),
        (errors.TenantMismatch(), Exit.FORBIDDEN),
        (errors.FeeOverdue(), Exit.FORBIDDEN),
        (errors.Unreachable(), Exit.UNREACHABLE),
        (errors.UnknownHost(), Exit.UNREACHABLE),
        (errors.TimedOut(), Exit.UNREACHABLE),
        (errors.UntrustedCertificate(), Exit.UNREACHABLE),
        (errors.ServerTrouble(status=502), Exit.UNREACHABLE),
        (errors.ServerTrouble(status=503), Exit.UNREACHABLE),
        (errors.ServerTrouble(status=504), Exit.UNREACHABLE),
        (errors.TooManyRequests(status=503), Exit.UNREACHABLE),
        (errors.ServerTrouble(status=500), Exit.FAILED),
        (errors.TooManyRequests(status=429), Exit.FAILED),
        (errors.UnreadableAnswer("html"), Exit.FAILED),
        (errors.NotFound(), Exit.FAILED),
        (errors.Conflict(), Exit.FAILED),
        (StoreUnavailable("keyring", "missing"), Exit.FAILED),
        (UnreadableSettings(Path("settings.toml"), 3, "syntax"), Exit.FAILED),
        (Refusal("No."), Exit.USAGE),
        (Refusal("No.", code=Exit.FAILED), Exit.FAILED),
        (KeyError("bug"), Exit.FAILED),
    ],
)
def test_each_error_has_its_exit_code(error: Exception, code: Exit) -> None:
    assert exit_of(error) is code


def test_the_codes_are_the_promised_numbers() -> None:
    assert [code.value for code in Exit] == [0, 1, 2, 3, 4, 5, 130, 141]
