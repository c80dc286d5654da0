"""The facts behind a finding, a line each, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.i18n import N_, dates, tr
from optilearn_tui.i18n.numbers import number

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Fact, Finding

_LABELS = {
    "file": N_("File"),
    "line": N_("Line"),
    "variables": N_("Variables that are set"),
    "variable": N_("Variable"),
    "baseDomain": N_("Base domain"),
    "baseDomainFrom": N_("Base domain comes from"),
    "protocol": N_("Protocol"),
    "protocolFrom": N_("Protocol comes from"),
    "institution": N_("Institution"),
    "institutionFrom": N_("Institution comes from"),
    "account": N_("Account"),
    "accountsKept": N_("Accounts kept here"),
    "proxy": N_("Proxy"),
    "fault": N_("Fault"),
    "host": N_("Server"),
    "here": N_("Time here"),
    "server": N_("Time at the school's server"),
    "secondsAhead": N_("Seconds ahead"),
    "status": N_("HTTP status"),
    "code": N_("Code"),
    "answer": N_("Kind of answer"),
    "name": N_("Name"),
    "providers": N_("Ways to sign in"),
    "takingPasswords": N_("Of these, with a password"),
    "backend": N_("Told by"),
    "folder": N_("Folder"),
    "keptIn": N_("Kept in"),
    "form": N_("Form"),
    "expires": N_("Valid until"),
    "sessionOf": N_("For the institution"),
    "asked": N_("Asked for"),
    "verified": N_("Checked with NEXTAUTH_SECRET"),
    "cookie": N_("Cookie"),
    "notLookedInto": N_("Could not be looked into"),
    "email": N_("E-mail"),
    "id": N_("Id"),
    "confirmed": N_("Confirmed by the school"),
    "kind": N_("Kind"),
    "isContact": N_("Contact, not staff"),
    "contactType": N_("Kind of contact"),
    "contactId": N_("Contact id"),
    "role": N_("Role"),
    "source": N_("Told by"),
    "count": N_("Number"),
    "contactIds": N_("Contact ids"),
    "parent": N_("Parent"),
    "student": N_("Student"),
    "childrenOfParent": N_("Children of the parent"),
    "parentsOfStudent": N_("Parents of the student"),
    "relation": N_("Relation"),
    "meant": N_("Contact id meant"),
}

_CODES = {
    "default": N_("what it comes with"),
    "environment": N_("the environment"),
    "file": N_("the settings file"),
    "account": N_("the account"),
    "typed": N_("what was typed"),
    "machine": N_("this computer"),
    "keyring": N_("the system's keyring"),
    "memory": N_("memory, for this run only"),
    "system": N_("the system's settings"),
    "readable": N_("readable (JWS)"),
    "sealed": N_("sealed (JWE)"),
    "database": N_("a number of the school's own"),
    "open": N_("open"),
    "refused": N_("nobody listens"),
    "timed-out": N_("no answer in time"),
    "unreachable": N_("no way there"),
    "not-found": N_("not found"),
    "no-answer": N_("nobody to ask"),
    "school": N_("the school's server"),
    "learn": N_("OptiLearn"),
    "parent": N_("parent"),
    "student": N_("student"),
    "staff": N_("staff"),
    "stranger": N_("neither parent, student nor staff"),
}
_OF_CODES = frozenset(
    {"baseDomainFrom", "protocolFrom", "institutionFrom", "keptIn", "form", "fault", "source", "kind"}
)
"""Facts whose values are codes of ours; others are as they are, whatever they look like."""

_MOMENTS = frozenset({"here", "server", "expires"})
_UNSAID = frozenset({"complaints"})
"""What the sentence has said already."""


def evidence_lines(finding: Finding, zone: tzinfo) -> list[str]:
    """Each fact as a line; moments on the clocks of `zone`. What is not known is left out."""
    return [line for key, value in finding.evidence.items() for line in _lines(key, value, zone)]


def _lines(key: str, value: Fact, zone: tzinfo) -> Iterator[str]:
    match key, value:
        case ("because", _) | (_, None | "" | []):
            pass
        case ("chosen", Mapping()):
            yield from (_chosen(name, each) for name, each in value.items())
        case ("hosts", Mapping()):
            yield from (_fact(host, _said("fault", each, zone)) for host, each in value.items())
        case _ if key not in _UNSAID:
            yield _fact(tr(_LABELS[key]) if key in _LABELS else key, _said(key, value, zone))


def _chosen(name: str, told: Fact) -> str:
    row = told if isinstance(told, Mapping) else {}
    source = str(row.get("from"))
    value = row.get("value")
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return tr("{setting} = {value} ({source})", setting=name, value=written, source=_code(source))


def _said(key: str, value: Fact, zone: tzinfo) -> str:
    match value:
        case bool():
            return tr("yes") if value else tr("no")
        case int():
            return number(value)
        case str() if key in _MOMENTS or _is_moment(value):
            return dates.moment(datetime.fromisoformat(value), zone)
        case "file" if key == "keptIn":
            return tr("a private file")
        case str():
            return _code(value) if key in _OF_CODES else value
        case Sequence():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)


def _code(value: str) -> str:
    return tr(_CODES[value]) if value in _CODES else value


def _is_moment(text: str) -> bool:
    return text.endswith("Z") and len(text) == len("2026-04-15T08:14:00Z") and text[10] == "T"


def _fact(label: str, value: str) -> str:
    return tr("{label}: {value}", label=label, value=value)
