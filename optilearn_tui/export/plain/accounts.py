"""The accounts on a computer in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.i18n import dates, ntr, tr

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account


def accounts(every: Sequence[Account], default: Account | None, zone: tzinfo, now: datetime) -> str:
    """The accounts in the order given, a few lines each."""
    heading = ntr("{n} account on this computer", "{n} accounts on this computer", len(every))
    return text_of([[heading], *(_account(each, default, zone, now) for each in every)])


def _account(account: Account, default: Account | None, zone: tzinfo, now: datetime) -> Lines:
    chosen = [tr("The program begins with this account.")] if account.is_same(default) else []
    return section(
        account.name or account.person,
        [
            *chosen,
            fact(tr("Account"), account.label),
            fact(tr("Institution"), account.school or account.slug),
            fact(tr("Signed in as"), _kind(account.kind)),
            fact(tr("Session valid until"), _until(account.expires, zone, now)),
            fact(tr("Used last"), dates.ago(account.last_used, now)),
        ],
    )


def _kind(kind: PersonKind) -> str:
    match kind:
        case PersonKind.PARENT:
            return tr("parent")
        case PersonKind.STUDENT:
            return tr("student")
        case PersonKind.STAFF:
            return tr("staff")
        case PersonKind.STRANGER:
            return tr("neither parent, student nor staff")


def _until(expires: datetime | None, zone: tzinfo, now: datetime) -> str:
    if expires is None:
        return tr("not known (the school does not say)")
    when, left = dates.moment(expires, zone), dates.relative(expires, now)
    return tr("{when} ({left})", when=when, left=left)
