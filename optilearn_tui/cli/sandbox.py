"""`optilearn sandbox`: the bundled school over HTTP, for trying out, for tests and for integrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit, Refusal
from optilearn_tui.i18n import tr
from optilearn_tui.sandbox import PARTS, UnknownPart
from optilearn_tui.sandbox.serve import PortTaken, UnknownAddress, serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings


_SIGNED_WITH = "the bundled school keeps no secret from anybody"


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Serve until Ctrl-C.

    Everybody may know the password of everybody here, so sessions may be signed with what everybody may know
    as well: then they survive a restart. The platform's own `NEXTAUTH_SECRET` and `OPTICRM_API_KEY` count.
    """
    environ = surroundings.environ
    try:
        serve(
            host=arguments.host,
            port=arguments.port,
            as_json=arguments.as_json,
            slow_ms=arguments.slow,
            failures=_failures(arguments.fail),
            scale=arguments.scale,
            api_key=environ.get("OPTICRM_API_KEY") or None,
            secret=environ.get("NEXTAUTH_SECRET") or _SIGNED_WITH,
        )
    except PortTaken as error:
        raise Refusal(_why_not(error), code=Exit.FAILED) from error
    except UnknownAddress as error:
        raise Refusal(
            tr(
                "This computer has no address “{host}”. Leave out --host.",
                host=error.host,
            )
        ) from error
    except UnknownPart as error:
        raise _unknown(error.part) from error
    return Exit.DONE


def _why_not(error: PortTaken) -> str:
    if error.is_forbidden:
        sentence = tr("Port {port} may not be opened from this account.", port=error.port)
    else:
        sentence = tr("Port {port} is in use already.", port=error.port)
    next_step = tr("Choose another with --port; 0 picks a free one.")
    return f"{sentence} {next_step}"


def _failures(given: Sequence[str]) -> dict[str, str]:
    """Troubles by part, out of `PART=TROUBLE`.

    Raises:
        Refusal: one of them is not of that form.
    """
    failures = {}
    for text in given:
        part, equals, trouble = text.partition("=")
        if not equals:
            raise _unknown(text)
        failures[part] = trouble
    return failures


def _unknown(text: str) -> Refusal:
    return Refusal(
        tr("“{text}” is nothing that can fail. Write a part and a trouble, such as overview=500.", text=text),
        tr("Parts: {parts}, or * for all of them.", parts=", ".join(PARTS)),
        tr("Troubles: a status from 300 to 599, html, empty, redirect."),
    )
