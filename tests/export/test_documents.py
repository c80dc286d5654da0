"""JSON documents: promised keys, null for what is not known, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api import errors
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.models import Unknown
from optilearn_tui.export import documents
from tests.export.dossiers import EMPTY, RICH, UNKNOWN

if TYPE_CHECKING:
    from optilearn_tui.export.dossier import Dossier

PARTS = ["courses", "recentGrades", "upcoming", "liveClasses", "attendance", "gamification", "certificates"]


@pytest.mark.parametrize("dossier", [RICH, EMPTY, UNKNOWN])
def test_the_keys_and_their_order_never_change(dossier: Dossier) -> None:
    told = documents.overview(dossier)

    assert list(told) == ["child", *PARTS, "fees", "unknown"]
    json.dumps(told)


def test_what_is_not_known_is_null_and_named_with_its_reason() -> None:
    told = documents.overview(UNKNOWN)

    assert [told[part] for part in (*PARTS, "fees")] == [None] * 8
    assert told["unknown"] == [
        *({"part": part, "reason": "left-out"} for part in PARTS[:4]),
        {"part": "attendance", "reason": "server-trouble"},
        *({"part": part, "reason": "left-out"} for part in PARTS[5:]),
        {"part": "fees", "reason": "forbidden"},
    ]


def test_what_is_empty_is_empty_and_not_unknown() -> None:
    told = documents.overview(EMPTY)

    assert told["courses"] == told["upcoming"] == told["attendance"] == []
    assert told["unknown"] == [{"part": "fees", "reason": "not-found"}]


def test_values_keep_the_platforms_keys_and_shapes() -> None:
    told = documents.overview(RICH)

    assert told["fees"] == {
        "status": "PARTIAL",
        "outstanding": 125000.0,
        "dueDate": "2026-04-10",
        "derivedStatus": "OVERDUE",
    }
    assert isinstance(told["upcoming"], list)
    assert told["upcoming"][1] == {
        "assignmentId": None,
        "title": "Essay",
        "courseTitle": "English",
        "dueAt": "2026-04-16T06:30:00Z",
        "submitted": False,
    }


@pytest.mark.parametrize(
    ("why", "word"),
    [
        (Unknown.LEFT_OUT, "left-out"),
        (Unknown.UNREADABLE, "unreadable"),
        (errors.UnreadableAnswer("html"), "unreadable"),
        (errors.TimedOut(), "timed-out"),
        (errors.UnknownHost(), "unreachable"),
        (errors.TooManyRequests(), "server-trouble"),
        (errors.TenantMismatch(), "forbidden"),
        (errors.SessionEnded(), "not-signed-in"),
        (errors.NotFound(), "not-found"),
        (errors.Conflict(), "failed"),
    ],
)
def test_each_reason_has_one_word(why: errors.ApiError | Unknown, word: str) -> None:
    assert documents.reason_of(why) == word


def test_whoami_says_null_for_what_the_server_did_not_say() -> None:
    told = documents.whoami(Identity(name="Meera"), "riverside", "keyring")

    assert told == {
        "institution": "riverside",
        "name": "Meera",
        "email": None,
        "role": None,
        "isContact": None,
        "contactType": None,
        "contactId": None,
        "expires": None,
        "source": "keyring",
    }
