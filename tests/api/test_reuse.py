"""When the school is asked, and when an answer that is kept will do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from optilearn_tui.api.cache import SHELF_FILE, AnyShelf, MemoryShelf, Shelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import (
    Forbidden,
    NotFound,
    Offline,
    ServerTrouble,
    SessionEnded,
    UnreadableAnswer,
)
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.service_key import ServiceKey
from optilearn_tui.api.tenancy import Deployment
from tests.api.little_school import LEARN, LittleSchool, Reply, data, failure, html, plain
from tests.api.tokens import jwe
from tests.conftest import NOON

CLASSES = "/api/lms/classes"
STUDENT = "/api/lms/student/c-1"
OVERVIEW = "/api/parent/children/c-1/overview"
WHOLE: dict[str, object] = {
    "child": {"contactId": "c-1"},
    "courses": [],
    "recentGrades": [],
    "upcoming": [],
    "liveClasses": {},
    "gamification": {},
    "certificates": [],
}


@dataclass
class Time:
    """A clock that goes on when it is told to."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        """The present moment."""
        return self.now

    def passes(self, seconds: float) -> None:
        """So much later."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    """The client's clock."""
    return Time()


@pytest.fixture(params=["file", "memory"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> AnyShelf:
    """A shelf of either kind."""
    return Shelf(tmp_path / SHELF_FILE) if request.param == "file" else MemoryShelf()


@pytest.fixture
async def client(school: LittleSchool, time: Time, shelf: AnyShelf) -> AsyncIterator[Client]:
    """Meera's client, which asks once."""
    async with Client(
        Deployment(), "riverside", jwe(), clock=time, app=school, retry=ONCE, shelf=shelf
    ) as client:
        client.belongs_to("meera@example.com")
        yield client


def versioned(content: object, etag: str, *headers: tuple[str, str]) -> Reply:
    """An answer in a version of that name."""
    return Reply(data(content).body, 200, (("ETag", etag), *headers))


def student(name: str) -> Reply:
    """Somebody of that name."""
    return data({"contactId": "c-1", "firstName": name})


UNCHANGED = Reply(b"", 304, ())


async def first_name(client: Client, *, anew: bool = False) -> object:
    return (await client.people.student("c-1", anew=anew)).value.first_name


async def test_within_five_minutes_the_school_is_not_asked_again(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))

    first = await client.people.student("c-1")
    time.passes(299)
    second = await client.people.student("c-1")

    assert second == first
    assert second.at == NOON
    assert len(school.asked) == 1


async def test_for_as_long_again_the_old_answer_comes_at_once_and_a_new_one_behind(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))
    await client.people.student("c-1")
    time.passes(300)
    gate = school.hold(STUDENT)

    old = await client.people.student("c-1")
    asking = asyncio.create_task(client.people.student("c-1", anew=True))
    await school.arrival(2)
    gate.set()
    new = await asking

    assert (old.value.first_name, old.is_old, old.at) == ("Aarav", True, NOON)
    assert (new.value.first_name, new.is_old, new.at) == ("Bobby", False, time())
    assert len(school.asked) == 2
    assert await first_name(client) == "Bobby"


async def test_older_than_that_the_school_is_asked_first(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))
    await client.people.student("c-1")
    time.passes(600)

    assert await first_name(client) == "Bobby"


async def test_asking_anew_asks(school: LittleSchool, client: Client) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))

    assert [await first_name(client), await first_name(client, anew=True)] == ["Aarav", "Bobby"]


async def test_a_person_who_wants_it_all_anew_has_each_thing_asked_for_once(
    school: LittleSchool, client: Client
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"), student("Chandra"))
    await client.people.student("c-1")
    client.renew()

    assert [await first_name(client), await first_name(client)] == ["Bobby", "Bobby"]


async def test_what_has_not_changed_is_not_sent_again_and_counts_as_new(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, versioned({"contactId": "c-1", "firstName": "Aarav"}, 'W/"1"'), UNCHANGED)
    await client.people.student("c-1")
    time.passes(700)

    reading = await client.people.student("c-1")
    time.passes(299)
    await client.people.student("c-1")

    assert (reading.value.first_name, reading.at, reading.is_old) == (
        "Aarav",
        NOON + timedelta(seconds=700),
        False,
    )
    assert [asked.headers.get("if-none-match") for asked in school.asked] == [None, 'W/"1"']


async def test_that_nothing_changed_is_no_answer_to_somebody_who_keeps_nothing(
    school: LittleSchool, client: Client
) -> None:
    school.answer(STUDENT, UNCHANGED)

    with pytest.raises(UnreadableAnswer):
        await client.people.student("c-1")


@pytest.mark.parametrize("trouble", [html(), html(502), failure("INTERNAL_ERROR", 500), Reply(b"", 429)])
async def test_where_the_school_gives_no_answer_an_old_one_stands_in_and_says_why(
    school: LittleSchool, client: Client, time: Time, trouble: Reply
) -> None:
    school.answer(STUDENT, student("Aarav"), trouble)
    await client.people.student("c-1")
    time.passes(3_600)

    reading = await client.people.student("c-1")

    assert (reading.value.first_name, reading.at, reading.is_old) == ("Aarav", NOON, True)
    assert isinstance(reading.stale_because, ServerTrouble | UnreadableAnswer)


async def test_whoever_takes_no_old_answers_gets_the_error(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"), html(500))
    client.takes_old_answers = False
    await client.people.student("c-1")
    time.passes(301)

    assert await first_name(client) == "Bobby"
    time.passes(301)
    with pytest.raises(ServerTrouble):
        await client.people.student("c-1")


@pytest.mark.parametrize(
    ("refusal", "error"), [(failure("FORBIDDEN", 403), Forbidden), (failure("NOT_FOUND", 404), NotFound)]
)
async def test_what_the_school_does_not_show_any_more_is_not_kept_either(
    school: LittleSchool, client: Client, time: Time, refusal: Reply, error: type[Exception]
) -> None:
    school.answer(STUDENT, student("Aarav"), refusal, html(500))
    await client.people.student("c-1")
    time.passes(700)

    with pytest.raises(error):
        await client.people.student("c-1")
    with pytest.raises(ServerTrouble):
        await client.people.student("c-1")


async def test_an_answer_about_somebody_else_is_not_kept(school: LittleSchool, client: Client) -> None:
    school.answer(STUDENT, data({"contactId": "c-2"}), student("Aarav"))

    with pytest.raises(UnreadableAnswer):
        await client.people.student("c-1")
    assert await first_name(client) == "Aarav"


@pytest.mark.parametrize("told", ["no-store", "private, no-store, max-age=300"])
async def test_what_the_answer_forbids_to_keep_is_asked_for_each_time(
    school: LittleSchool, client: Client, told: str
) -> None:
    reply = versioned({"contactId": "c-1", "firstName": "Aarav"}, '"1"', ("Cache-Control", told))
    school.answer(STUDENT, reply)

    await client.people.student("c-1")
    await client.people.student("c-1")

    assert [asked.headers.get("if-none-match") for asked in school.asked] == [None, None]


async def test_another_year_is_another_question(school: LittleSchool, client: Client) -> None:
    school.answer(CLASSES, data([{"id": "1"}]), data([{"id": "2"}]))

    one, other = await client.classes.all("2025"), await client.classes.all("2026")

    assert one.value != other.value


async def test_one_persons_answer_never_serves_another(
    school: LittleSchool, time: Time, shelf: AnyShelf
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"), student("Chandra"))
    names = []
    for person in ("meera@example.com", "ravi@example.com", "meera@example.com"):
        async with Client(
            Deployment(), "riverside", jwe(), clock=time, app=school, retry=ONCE, shelf=shelf
        ) as client:
            client.belongs_to(person)
            names.append(await first_name(client))

    assert names == ["Aarav", "Bobby", "Aarav"]


async def test_nor_does_one_schools(school: LittleSchool, time: Time, shelf: AnyShelf) -> None:
    school.answer(STUDENT, student("Aarav"))
    school.answer(STUDENT, student("Bobby"), host="springdale.opticrm.app")
    names = []
    for slug in ("riverside", "springdale"):
        async with Client(
            Deployment(), slug, jwe(), clock=time, app=school, retry=ONCE, shelf=shelf
        ) as client:
            client.belongs_to("meera@example.com")
            names.append(await first_name(client))

    assert names == ["Aarav", "Bobby"]


async def test_what_the_service_key_was_told_serves_no_session(school: LittleSchool, client: Client) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))
    client.use_service_key(ServiceKey("sk-of-riverside-school"))
    by_key = await first_name(client)
    client.use_service_key(None)

    assert [by_key, await first_name(client)] == ["Aarav", "Bobby"]


async def test_a_change_of_the_session_changes_whose_answers_they_are(
    school: LittleSchool, client: Client
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))
    await client.people.student("c-1")
    client.session.start(jwe("another"))

    assert await first_name(client) == "Bobby"
    client.belongs_to("meera@example.com")
    assert await first_name(client) == "Aarav"


async def test_an_answer_that_comes_after_the_session_changed_is_not_kept(
    school: LittleSchool, client: Client
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"))
    gate = school.hold(STUDENT)
    asking = asyncio.create_task(client.people.student("c-1"))
    await school.arrival(1)
    client.session.start(jwe("another"))
    gate.set()
    await asking
    client.belongs_to("meera@example.com")

    assert await first_name(client) == "Bobby"


async def test_what_is_forgotten_is_not_found_and_nothing_is_kept_after_it(
    school: LittleSchool, client: Client
) -> None:
    school.answer(STUDENT, student("Aarav"), student("Bobby"), student("Chandra"))
    client.overview.note_viewed("c-1")
    await client.people.student("c-1")
    client.session.invalidate()

    assert await client.forget_everything()
    client.session.start(jwe())
    assert await first_name(client) == "Bobby"
    client.belongs_to("meera@example.com")
    assert await first_name(client) == "Chandra"
    assert await client.overview.last_viewed() is None


async def test_what_is_never_to_be_kept_is_asked_for_each_time(school: LittleSchool, client: Client) -> None:
    fees = "/api/lms/students/c-1/fee-status"
    school.answer(fees, versioned({"outstanding": 1}, '"1"', ("Cache-Control", "max-age=300")), html(500))

    await client.fees.of("c-1")
    with pytest.raises(ServerTrouble):
        await client.fees.of("c-1")

    assert "if-none-match" not in school.asked[-1].headers


async def test_the_name_of_the_school_is_asked_for_once_and_not_on_the_shelf(
    school: LittleSchool, client: Client, time: Time, shelf: AnyShelf
) -> None:
    school.answer("/api/portal/institution", plain({"name": "Riverside"}))
    await client.institution.look_up()
    await client.institution.look_up()
    assert len(school.asked) == 1

    async with Client(Deployment(), "riverside", clock=time, app=school, shelf=shelf) as other:
        await other.institution.look_up()
    assert len(school.asked) == 2


# Snapshots.


async def test_the_last_complete_overview_is_there_before_the_school_is_asked(
    school: LittleSchool, client: Client, time: Time, shelf: AnyShelf
) -> None:
    school.answer(OVERVIEW, data(WHOLE), data({**WHOLE, "courses": None}), host=LEARN)
    assert await client.overview.last_known("c-1") is None
    whole = await client.overview.of("c-1")
    time.passes(3_600)
    partial = await client.overview.of("c-1")

    async with Client(Deployment(), "riverside", jwe(), clock=time, app=school, shelf=shelf) as later:
        later.belongs_to("meera@example.com")
        known = await later.overview.last_known("c-1")

    assert not partial.value.is_complete
    assert known is not None
    assert (known.value, known.at, known.is_old) == (whole.value, NOON, True)
    assert len(school.asked) == 2


async def test_an_overview_that_has_not_changed_is_not_sent_again(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(OVERVIEW, versioned(WHOLE, '"1"'), UNCHANGED, host=LEARN)
    first = await client.overview.of("c-1")
    time.passes(60)
    second = await client.overview.of("c-1")

    assert (second.value, second.at) == (first.value, time())
    known = await client.overview.last_known("c-1")
    assert known is not None
    assert known.at == time()


async def test_an_overview_that_does_not_come_is_an_error_and_the_snapshot_stays(
    school: LittleSchool, client: Client
) -> None:
    school.answer(OVERVIEW, data(WHOLE), html(500), host=LEARN)
    await client.overview.of("c-1")

    with pytest.raises(ServerTrouble):
        await client.overview.of("c-1")
    assert await client.overview.last_known("c-1") is not None


async def test_a_session_that_is_over_leaves_the_snapshot_to_whoever_signs_in_again(
    school: LittleSchool, client: Client
) -> None:
    school.answer(OVERVIEW, data(WHOLE), html(401), host=LEARN)
    school.answer("/api/auth/session", plain(None))
    await client.overview.of("c-1")
    with pytest.raises(SessionEnded):
        await client.overview.of("c-1")

    client.session.start(jwe())
    client.belongs_to("meera@example.com")
    assert await client.overview.last_known("c-1") is not None


async def test_the_snapshot_of_a_child_who_is_not_linked_any_more_goes(
    school: LittleSchool, client: Client
) -> None:
    other = "/api/parent/children/c-2/overview"
    school.answer(OVERVIEW, data(WHOLE), host=LEARN)
    school.answer(other, data({**WHOLE, "child": {"contactId": "c-2"}}), host=LEARN)
    school.answer("/api/lms/parent/c-meera/children", data([{"contactId": "c-2"}]))
    await client.overview.of("c-1")
    await client.overview.of("c-2")

    await client.children.mine()

    assert await client.overview.last_known("c-1") is None
    assert await client.overview.last_known("c-2") is not None


async def test_the_child_looked_at_last_is_the_one_to_begin_with(client: Client) -> None:
    assert await client.overview.last_viewed() is None
    client.overview.note_viewed("c-1")
    assert await client.overview.last_viewed() == "c-1"


async def test_of_a_known_account_the_children_are_asked_for_without_asking_who_it_is(
    school: LittleSchool, client: Client
) -> None:
    school.answer("/api/lms/parent/c-meera/children", data([{"contactId": "c-1"}]))
    client.belongs_to("meera@example.com", contact_id="c-meera")

    await client.children.mine()

    assert school.paths() == ["GET riverside.opticrm.app /api/lms/parent/c-meera/children"]


# Offline.


async def test_offline_nothing_leaves_and_what_is_kept_is_there(
    school: LittleSchool, client: Client, time: Time
) -> None:
    school.answer(STUDENT, student("Aarav"))
    await client.people.student("c-1")
    client.offline = True

    fresh = await client.people.student("c-1")
    time.passes(3_600)
    old = await client.people.student("c-1")
    with pytest.raises(Offline):
        await client.fees.of("c-1")
    with pytest.raises(Offline):
        await client.auth.who_am_i()

    assert fresh.stale_because is None
    assert isinstance(old.stale_because, Offline)
    assert len(school.asked) == 1


async def test_back_online_it_is_asked_at_once(school: LittleSchool, client: Client) -> None:
    school.answer(STUDENT, student("Aarav"))
    client.offline = True
    with pytest.raises(Offline):
        await client.people.student("c-1")
    client.offline = False

    assert await first_name(client) == "Aarav"
