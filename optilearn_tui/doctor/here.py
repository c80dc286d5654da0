"""What is chosen on this machine: settings, platform, institution, and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.accounts import Accounts, AmbiguousAccount, UnknownAccount
from optilearn_tui.accounts.directory import Directory
from optilearn_tui.api.errors import InvalidBaseDomain, Misconfigured, MissingSlug
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.doctor.finding import Check, Evidence, Fact, Finding, failed, ok, warning
from optilearn_tui.settings import Complaint, Fault, Source, UnreadableSettings
from optilearn_tui.settings.values import SETTINGS

if TYPE_CHECKING:
    from optilearn_tui.doctor.patient import Patient
    from optilearn_tui.settings import Settings

_DOMAIN, _PROTOCOL, _LEGACY = "OPTICRM_BASE_DOMAIN", "OPTICRM_PROTOCOL", "OPTICRM_API_URL"
_CHOICES = ("OPTILEARN_CONFIG_DIR", "OPTILEARN_DATA_DIR", "OPTILEARN_CACHE_DIR", "SSL_CERT_FILE")
"""Other variables that decide what happens; none of them can hold a secret."""


async def settings(patient: Patient) -> Finding:
    """Whether the settings can be read, what they are, and where each of them comes from."""
    case = patient.case
    if isinstance(case.found, UnreadableSettings):
        place: Evidence = {"file": str(case.found.path), "line": case.found.line, "chosen": {}}
        return failed(Check.SETTINGS, case.found.reason, place, error=case.found, is_dead_end=False)
    evidence: dict[str, Fact] = {
        "file": str(case.found.file or case.places.settings_file),
        "chosen": _chosen(case.found),
        "variables": [name for name in _CHOICES if case.environ.get(name)],
        "complaints": [_told(each) for each in case.found.complaints],
    }
    faults = {each.fault for each in case.found.complaints}
    if Fault.SECRET in faults:
        return failed(Check.SETTINGS, "secret", evidence, is_dead_end=False)
    if faults:
        return warning(Check.SETTINGS, "passed-over", evidence)
    return ok(Check.SETTINGS, "chosen" if case.found.sources else "defaults", evidence)


async def platform(patient: Patient) -> Finding:
    """Which installation of the platform is meant, and who said so."""
    environ = patient.case.environ
    signed_in = patient.case.signed_in
    try:
        deployment = signed_in.client.deployment if signed_in else Deployment.from_environment(environ)
    except InvalidBaseDomain as error:
        return failed(Check.PLATFORM, "invalid", {"variable": error.variable}, error=error)
    except Misconfigured as error:
        return failed(Check.PLATFORM, "insecure", {"variable": _origin_of(environ, _PROTOCOL)}, error=error)
    patient.deployment = deployment
    patient.accounts = _accounts(patient, deployment)
    return ok(
        Check.PLATFORM,
        "local" if deployment.is_local else "ok",
        {
            "baseDomain": deployment.base_domain,
            "baseDomainFrom": _origin_of(environ, _DOMAIN),
            "protocol": deployment.protocol,
            "protocolFrom": _origin_of(environ, _PROTOCOL),
        },
    )


async def institution(patient: Patient) -> Finding:
    """Which school is meant, and who said so."""
    case, accounts = patient.case, patient.accounts
    slug: str | None
    try:
        if case.school:
            slug, source = parse_slug(case.school), "typed"
        elif case.signed_in is not None:
            slug, source = case.signed_in.client.slug, "account"
        else:
            slug = accounts.begins_at
            is_the_accounts = bool(case.who) or slug != accounts.institution
            source = "account" if is_the_accounts else _source_of_slug(patient)
    except (UnknownAccount, AmbiguousAccount) as error:
        return failed(Check.INSTITUTION, "invalid", {"account": error.who}, error=error)
    except Misconfigured as error:
        source = "typed" if case.school else _source_of_slug(patient)
        return failed(Check.INSTITUTION, "invalid", {"institutionFrom": source}, error=error)
    if slug is None:
        return failed(
            Check.INSTITUTION, "missing", {"accountsKept": len(accounts.known())}, error=MissingSlug()
        )
    patient.slug = slug
    return ok(
        Check.INSTITUTION,
        "ok",
        {
            "institution": slug,
            "institutionFrom": source,
            "accountsKept": len(accounts.known()),
        },
    )


def _accounts(patient: Patient, deployment: Deployment) -> Accounts:
    case = patient.case
    return Accounts(
        deployment,
        case.settings,
        case.stores,
        environ=case.environ,
        connect=partial(case.connect, deployment),
        directory=Directory(None) if case.settings.keep_nothing else Directory.at(case.places),
        who=case.who,
        clock=case.clock,
    )


def _source_of_slug(patient: Patient) -> str:
    """Who chose the institution, where no account and no form names it."""
    case = patient.case
    if case.environ.get("OPTILEARN_INSTITUTION", "").strip():
        return "OPTILEARN_INSTITUTION"
    if patient.deployment.legacy_slug is not None:
        return _LEGACY
    return case.settings.source_of("institution").value


def _origin_of(environ: Mapping[str, str], variable: str) -> str:
    for name in (variable, _LEGACY):
        if environ.get(name, "").strip():
            return name
    return Source.DEFAULT.value


def _chosen(found: Settings) -> dict[str, Fact]:
    """Each setting that is not a default: its value and whose choice it is."""
    return {
        key: {"value": getattr(found, key), "from": SETTINGS[key].variable or source.value}
        if source is Source.ENVIRONMENT
        else {"value": getattr(found, key), "from": source.value}
        for key, source in found.sources.items()
    }


def _told(complaint: Complaint) -> dict[str, Fact]:
    return {
        "setting": complaint.key,
        "fault": complaint.fault.value,
        "file": str(complaint.path) if complaint.path else None,
        "line": complaint.line,
        "variable": complaint.variable,
        "allowed": complaint.allowed,
    }
