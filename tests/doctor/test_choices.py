"""Wrong settings, variables and names of schools: found before anything is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from optilearn_tui.accounts import Account, Directory
from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.doctor import Check, Result
from optilearn_tui.doctor.words import worded
from tests.doctor.examined import Machine, findings_of, skipped_because_of, wrong_in

OF_THE_NETWORK = {Check.DNS, Check.CONNECTION, Check.CERTIFICATE, Check.PORTAL, Check.SIGN_IN}


async def test_settings_that_cannot_be_read_are_named_with_file_and_line_and_the_rest_goes_on(
    machine: Machine,
) -> None:
    file = machine.settle('language = "en"\ninstitution = riverside\n')

    found = await machine.examined()

    assert wrong_in(found) == {Check.SETTINGS: "syntax"}
    assert found[Check.SETTINGS].evidence["line"] == 2
    assert f"{file}, line 2" in worded(found[Check.SETTINGS]).sentence
    assert found[Check.PORTAL].result is Result.OK


async def test_a_secret_in_the_settings_file_is_named_and_never_repeated(machine: Machine) -> None:
    file = machine.settle('# mine\nsession_token = "hunter2"\n')

    found = await machine.examined()

    assert wrong_in(found) == {Check.SETTINGS: "secret"}
    words = worded(found[Check.SETTINGS])
    assert f"{file}, line 2" in words.sentence
    assert "Secrets belong in the keyring" in words.next_step
    assert "hunter2" not in repr(found)


async def test_a_misspelt_setting_deserves_attention(machine: Machine) -> None:
    machine.settle('langauge = "hi"\nrefresh_seconds = 1\n')

    found = await machine.examined()

    assert found[Check.SETTINGS].result is Result.WARNING
    said = str(worded(found[Check.SETTINGS]))
    assert "there is no setting “langauge”" in said
    assert "line 2: “refresh_seconds” has a value that cannot be used" in said
    assert "Possible: 30–86400." in said


async def test_each_choice_is_told_with_its_source(machine: Machine) -> None:
    machine.settle('language = "hi"\ninstitution = "springdale"\n')

    found = await machine.examined()

    assert found[Check.SETTINGS].evidence["chosen"] == {
        "language": {"value": "hi", "from": "file"},
        "institution": {"value": "riverside", "from": "OPTILEARN_INSTITUTION"},
    }
    assert found[Check.INSTITUTION].evidence["institutionFrom"] == "OPTILEARN_INSTITUTION"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("OPTICRM_BASE_DOMAIN", "https://opticrm.app/"), ("OPTICRM_API_URL", "https://me:hunter2@school")],
)
async def test_a_variable_that_cannot_be_read_is_named_without_its_value(
    bare: Machine, variable: str, value: str
) -> None:
    bare.environ |= {variable: value, "OPTILEARN_INSTITUTION": "riverside"}

    found = await bare.examined()

    assert wrong_in(found) == {Check.PLATFORM: "invalid"}
    assert variable in worded(found[Check.PLATFORM]).sentence
    assert skipped_because_of(Check.PLATFORM, found) >= OF_THE_NETWORK
    assert "hunter2" not in repr(found)


async def test_an_unencrypted_public_server_is_refused(bare: Machine) -> None:
    bare.environ |= {"OPTICRM_PROTOCOL": "http", "OPTILEARN_INSTITUTION": "riverside"}

    found = await bare.examined()

    assert wrong_in(found) == {Check.PLATFORM: "insecure"}
    assert "OPTICRM_PROTOCOL" in worded(found[Check.PLATFORM]).next_step


async def test_no_school_is_asked_where_none_is_chosen(machine: Machine) -> None:
    del machine.environ["OPTILEARN_INSTITUTION"]

    found = await machine.examined()

    assert wrong_in(found) == {Check.INSTITUTION: "missing"}
    assert skipped_because_of(Check.INSTITUTION, found) >= OF_THE_NETWORK
    assert machine.sandbox is not None
    assert not machine.sandbox.visits


async def test_a_school_that_cannot_be_one_is_named(machine: Machine) -> None:
    machine.environ["OPTILEARN_INSTITUTION"] = "riverside.opticrm.app"

    found = await machine.examined()

    assert wrong_in(found) == {Check.INSTITUTION: "invalid"}
    assert "“riverside.opticrm.app” cannot be an institution" in worded(found[Check.INSTITUTION]).sentence


async def test_the_legacy_address_says_where_everything_comes_from(machine: Machine) -> None:
    domain = machine.environ.pop("OPTICRM_BASE_DOMAIN")
    del machine.environ["OPTICRM_PROTOCOL"], machine.environ["OPTILEARN_INSTITUTION"]
    machine.environ["OPTICRM_API_URL"] = f"http://riverside.{domain}/"

    found = await machine.examined()

    assert wrong_in(found) == {}
    assert found[Check.PLATFORM].evidence["baseDomainFrom"] == "OPTICRM_API_URL"
    assert found[Check.INSTITUTION].evidence["institutionFrom"] == "OPTICRM_API_URL"


@pytest.mark.parametrize("names", ["variable", "option"])
async def test_the_school_is_the_one_of_the_account_that_was_named(machine: Machine, names: str) -> None:
    del machine.environ["OPTILEARN_INSTITUTION"]
    machine.settle('institution = "riverside"\n')
    there = Account(
        machine.environ["OPTICRM_BASE_DOMAIN"],
        "springdale",
        "sunita.verma@example.com",
        "Sunita Verma",
        school="",
        kind=PersonKind.PARENT,
        contact_id=None,
        last_used=utc_now(),
    )
    Directory.at(machine.places).note(there, lasting=True)
    if names == "variable":
        machine.environ["OPTILEARN_ACCOUNT"] = "sunita"
    case = machine.case() if names == "variable" else replace(machine.case(), who="sunita")

    found = await findings_of(case)

    evidence = found[Check.INSTITUTION].evidence
    assert (evidence["institution"], evidence["institutionFrom"]) == ("springdale", "account")


async def test_a_school_that_was_typed_is_looked_at_whatever_the_environment_says(machine: Machine) -> None:
    machine.environ["OPTILEARN_INSTITUTION"] = "riverside.opticrm.app"

    found = await findings_of(replace(machine.case(), school="springdale"))

    evidence = found[Check.INSTITUTION].evidence
    assert (evidence["institution"], evidence["institutionFrom"]) == ("springdale", "typed")
