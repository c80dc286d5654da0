"""Words for the way to the two servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import Problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def needless(finding: Finding) -> Problem | None:
    """Why the network was not looked at."""
    match finding.reason:
        case "in-process":
            return just(tr("The school is inside this program; there is no network in between."))
        case "through-proxy":
            return just(tr("The proxy does this for us."))
        case _:
            return None


def proxy(finding: Finding) -> Problem | None:
    """What stands in between."""
    named = fact(finding, "proxy")
    variable = fact(finding, "variable")
    match finding.reason:
        case "none":
            return just(tr("The servers are asked directly."))
        case "used":
            return just(tr("The servers are asked through the proxy {proxy}.", proxy=named))
        case "bypassed":
            return just(
                tr("There is a proxy, {proxy}, and these servers are not asked through it.", proxy=named)
            )
        case "unusable":
            return Problem(
                tr("The proxy in {variable} cannot be used.", variable=variable),
                tr("Correct {variable} or unset it, then look again.", variable=variable),
            )
        case "unreachable":
            return Problem(
                tr("The proxy {proxy} in {variable} does not answer.", proxy=named, variable=variable),
                tr("Correct {variable} or unset it, then look again.", variable=variable),
            )
        case _:
            return needless(finding)


def names(finding: Finding) -> Problem | None:
    """Whether the servers' names are known."""
    match finding.reason:
        case "ok":
            return just(tr("Both servers have an address."))
        case "local":
            return just(tr("Both servers are on this computer; no name has to be looked up."))
        case "no-such-school":
            return Problem(
                tr("There is no server for a school called “{name}”.", name=fact(finding, "institution")),
                tr("Check the spelling: it is the first part of the school's web address."),
            )
        case "nothing-found":
            return Problem(
                tr("No server of {domain} can be found.", domain=fact(finding, "baseDomain")),
                tr("Check OPTICRM_BASE_DOMAIN for a mistyped domain, and your internet connection."),
            )
        case "no-answer":
            return Problem(
                tr("No name can be looked up from here."),
                tr("Check your internet connection and the network's name server."),
            )
        case "no-learn":
            return Problem(
                tr("The school's server has an address, the server of OptiLearn has none."),
                tr("Check OPTICRM_BASE_DOMAIN; if it is right, tell the school."),
            )
        case _:
            return needless(finding)


def connection(finding: Finding) -> Problem | None:
    """Whether anybody listens."""
    host = fact(finding, "host")
    try_network = tr("Try another network; if it stays so, the server is down or a firewall is in between.")
    match finding.reason:
        case "ok":
            return just(tr("Both servers let us in."))
        case "refused":
            return Problem(
                tr("Nobody listens at {host}.", host=host),
                tr("Check the base domain and its port; if they are right, the server is down."),
            )
        case "timed-out":
            return Problem(tr("{host} does not open a connection in time.", host=host), try_network)
        case "unreachable":
            return Problem(tr("There is no way to {host} from here.", host=host), try_network)
        case _:
            return needless(finding)


def certificate(finding: Finding) -> Problem | None:
    """Whether the servers prove who they are."""
    host = fact(finding, "host")
    ask_school = tr("Nothing was sent. Tell the school; on a strange network, try another one first.")
    look_at_clock = tr("Check this computer's date and time. If they are right, tell the school.")
    sentences = {
        "self-signed": (tr("Nobody but {host} itself vouches for its certificate.", host=host), ask_school),
        "unknown-issuer": (
            tr("The certificate of {host} comes from somebody this computer does not know.", host=host),
            ask_school,
        ),
        "wrong-name": (tr("The certificate of {host} is for another name.", host=host), ask_school),
        "untrusted": (tr("The certificate of {host} is not to be trusted.", host=host), ask_school),
        "expired": (tr("The certificate of {host} has expired.", host=host), look_at_clock),
        "not-yet-valid": (tr("The certificate of {host} is not valid yet.", host=host), look_at_clock),
        "no-tls": (
            tr("{host} does not speak an encrypted language (TLS).", host=host),
            tr("Check the port in OPTICRM_BASE_DOMAIN; for a server on this computer, OPTICRM_PROTOCOL too."),
        ),
        "soon": (
            tr("A certificate ends within two weeks."),
            tr("Nothing is to be done here; the school has to renew it."),
        ),
        "ok": (tr("Both servers prove who they are."), ""),
        "plain": (tr("The connection to this computer's own server is not encrypted."), ""),
    }
    found = sentences.get(finding.reason)
    return Problem(*found) if found else needless(finding)
