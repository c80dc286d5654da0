"""Whether both hosts can prove who they are (TLS), and for how long."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import UntrustedCertificate
from optilearn_tui.doctor.finding import Check, Fact, Finding, failed, ok, skipped, warning, written
from optilearn_tui.doctor.network import PATIENCE, Door, doors

if TYPE_CHECKING:
    from optilearn_tui.doctor.patient import Patient

_SOON = timedelta(days=14)

_FAULTS = {9: "not-yet-valid", 10: "expired", 18: "self-signed", 19: "self-signed", 62: "wrong-name"}
_FAULTS |= dict.fromkeys((2, 20, 21), "unknown-issuer")
"""What the numbers of OpenSSL's verification mean."""

_OF_TIME = ("not-yet-valid", "expired")


async def certificate(patient: Patient) -> Finding:
    """Whether both hosts have a certificate that this machine trusts, and until when."""
    if patient.case.is_in_process:
        return skipped(Check.CERTIFICATE, "in-process")
    if patient.deployment.protocol == "http":
        return skipped(Check.CERTIFICATE, "plain")
    if patient.proxy:
        return skipped(Check.CERTIFICATE, "through-proxy")
    found = tuple(doors(patient).values())
    shown = await asyncio.gather(*map(_handshake, found))
    now = patient.case.clock()
    for door, what in zip(found, shown, strict=True):
        if isinstance(what, str):
            # The school's own host decides; OptiLearn may be in order all the same, and the other way round.
            return failed(
                Check.CERTIFICATE,
                what,
                {"host": door.host, "here": written(now)},
                error=UntrustedCertificate(host=door.host),
                is_dead_end=door is found[0],
            )
    ends = {door.host: end for door, end in zip(found, shown, strict=True) if isinstance(end, datetime)}
    until: dict[str, Fact] = {host: written(end) for host, end in ends.items()}
    if any(end - now < _SOON for end in ends.values()):
        return warning(Check.CERTIFICATE, "soon", {"hosts": until})
    return ok(Check.CERTIFICATE, "ok", {"hosts": until})


async def _handshake(door: Door) -> datetime | str | None:
    """Until when a host's certificate is valid (None: it does not say), or what is wrong with it."""
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(
                door.address, door.port, ssl=context, server_hostname=door.name
            )
    except ssl.SSLCertVerificationError as error:
        return _FAULTS.get(error.verify_code, "untrusted")
    except (ssl.SSLError, ConnectionError, TimeoutError, OSError):
        return "no-tls"
    shown = writer.get_extra_info("peercert")
    writer.transport.abort()
    return _end_of(shown)


def _end_of(shown: object) -> datetime | None:
    end = shown.get("notAfter") if isinstance(shown, Mapping) else None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(end), UTC) if isinstance(end, str) else None
