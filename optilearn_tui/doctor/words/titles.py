"""What the checks are called, and the signs of how they end."""

from __future__ import annotations

from optilearn_tui.doctor.finding import Check, Result
from optilearn_tui.i18n import N_, tr

_TITLES = {
    Check.SETTINGS: N_("Settings"),
    Check.PLATFORM: N_("Platform"),
    Check.INSTITUTION: N_("Institution"),
    Check.PROXY: N_("Proxy"),
    Check.DNS: N_("Names of the servers (DNS)"),
    Check.CONNECTION: N_("Connection"),
    Check.CERTIFICATE: N_("Certificates (TLS)"),
    Check.PORTAL: N_("The school's front page"),
    Check.CLOCK: N_("Date and time"),
    Check.SIGN_IN: N_("Sign-in service"),
    Check.KEYRING: N_("Keyring"),
    Check.PRIVATE_FILE: N_("Private file for sessions"),
    Check.SERVICE_KEY: N_("Service key"),
    Check.SESSION: N_("Session"),
    Check.WHO_AM_I: N_("Who is signed in"),
    Check.PERSON: N_("Kind of account"),
    Check.SESSION_AT_SCHOOL: N_("Session at the school's server"),
    Check.SESSION_AT_LEARN: N_("Session at OptiLearn"),
    Check.KEY_AT_SCHOOL: N_("Service key at the school's server"),
    Check.CHILDREN: N_("Children"),
    Check.LINK: N_("Link between parent and student"),
}

SIGNS = {
    Result.OK: "✓",
    Result.WARNING: "!",
    Result.FAILED: "✗",
    Result.UNKNOWN: "?",
    Result.SKIPPED: "–",
}


def title_of(check: Check) -> str:
    """What a check is called."""
    return tr(_TITLES[check])
