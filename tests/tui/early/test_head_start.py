"""What is asked before the toolkit is there: once, of the right person, and with nothing said too soon."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import Accounts, Directory
from optilearn_tui.api.cache import MemoryShelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import MemoryStore
from optilearn_tui.settings import Settings
from optilearn_tui.tui.early.head_start import HeadStart
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.early.test_picture import easel_of
from tests.tui.people import AARAV, GUEST, MEERA, PRINCIPAL
from tests.tui.program import account_here
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.early.sight import Sight
    from tests.tui.conftest import ProgramOf

DIYAS = "Parts and wholes"


async def seen_of(begun: HeadStart, clock: Clock) -> list[Sight]:
    """All that is shown of a head start, from its beginning to its end."""
    sights: list[Sight] = []
    await begun.begin(sights.append, easel_of((80, 24), clock).month_of)
    return sights


async def after_looking_at(contact_id: str, sandbox: Sandbox, clock: Clock) -> HeadStart:
    """Meera's next run after one in which she looked at this child."""
    shelf = MemoryShelf()
    earlier = HeadStart(accounts_with(sandbox, clock, shelf))
    sights = await seen_of(earlier, clock)
    earlier.hand_over(sights[-1].client).note_viewed(contact_id)
    await sights[-1].client.aclose()
    return HeadStart(accounts_with(sandbox, clock, shelf))


async def close(begun: HeadStart) -> None:
    """Close the client that it used."""
    recalled = await begun.recall(None)
    if recalled is not None:
        await recalled.client.aclose()


def accounts_with(sandbox: Sandbox, clock: Clock, shelf: MemoryShelf) -> Accounts:
    """Meera's session and account, with answers kept on this shelf."""
    deployment = Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol)
    account = account_here(sandbox, clock, MEERA)
    token = parse_token(sandbox.account(MEERA).session_token)

    def connect(slug: str, session: Token | None) -> Client:
        return Client(deployment, slug, session, clock=clock, app=sandbox.app, shelf=shelf)

    return Accounts(
        deployment,
        Settings(institution="riverside"),
        [MemoryStore({account.key: token})],
        environ={},
        connect=connect,
        directory=Directory(None, [account]),
        clock=clock,
    )


async def test_everything_is_shown_as_it_comes(program: ProgramOf, noon: Clock) -> None:
    begun = HeadStart(program(email=MEERA).accounts())
    first, last = await seen_of(begun, noon)

    assert [child.name for child in first.children] == ["दीया शर्मा", "Aarav Sharma", "Kabir [KD] Sharma [/]"]
    assert first.chosen == "c-diya"
    assert first.person == "Meera Sharma"
    assert first.fees.loading
    assert first.days.loading
    assert last.fees.reading is not None
    assert last.days.reading is not None
    await close(begun)


@pytest.mark.parametrize("known", [(), (MEERA,)], ids=["in nobody's name", "of a known account"])
async def test_what_was_asked_early_is_not_asked_again(
    program: ProgramOf, sandbox: Sandbox, noon: Clock, known: tuple[str, ...]
) -> None:
    email = None if known else MEERA
    begun = HeadStart(program(email=email, known=known).accounts())
    await seen_of(begun, noon)
    app = program(email=email, known=known, begun=begun).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: DIYAS in screen_text(app) and "₹" in screen_text(app))
        await settle(pilot)

    assert_asked_once(sandbox)


def assert_asked_once(sandbox: Sandbox) -> None:
    """All that a dashboard begins with was asked of the school, and nothing of it twice."""
    about = {None, "c-meera", "c-diya"}
    asked = Counter(visit.part for visit in sandbox.visits if visit.contact_id in about)
    once = ("session", "children", "overview", "fees", "attendance")
    assert {part: asked[part] for part in once} == dict.fromkeys(once, 1)


@pytest.mark.parametrize("email", [None, AARAV, PRINCIPAL, GUEST])
async def test_nothing_is_shown_of_anybody_but_a_parent(
    program: ProgramOf, noon: Clock, email: str | None
) -> None:
    begun = HeadStart(program(email=email).accounts())

    assert await seen_of(begun, noon) == []
    await close(begun)


@pytest.mark.parametrize("part", ["session", "children", "overview"])
async def test_what_goes_wrong_is_left_to_the_screens_to_tell(
    program: ProgramOf, sandbox: Sandbox, noon: Clock, part: str
) -> None:
    sandbox.weather.answer(part, status=500)
    begun = HeadStart(program(email=MEERA).accounts())
    assert await seen_of(begun, noon) == []

    app = program(email=MEERA, begun=begun).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "try" in screen_text(app).lower())


async def test_fees_that_cannot_be_had_are_said_to_be_on_their_way_until_a_screen_can_say_why(
    program: ProgramOf, sandbox: Sandbox, noon: Clock
) -> None:
    sandbox.weather.answer("fees", status=500)
    begun = HeadStart(program(email=MEERA).accounts())
    *_, last = await seen_of(begun, noon)

    assert last.fees.loading
    assert last.fees.reading is None
    assert last.days.reading is not None
    await close(begun)


async def test_what_an_earlier_run_kept_is_shown_before_the_school_has_said_anything(
    sandbox: Sandbox, noon: Clock
) -> None:
    later = await after_looking_at("c-diya", sandbox, noon)
    gate = sandbox.weather.hold("children")
    sights: list[Sight] = []

    def show(sight: Sight) -> None:
        sights.append(sight)
        gate.release()

    await later.begin(show, easel_of((80, 24), noon).month_of)
    kept = sights[0]
    assert kept.overview.saved
    assert [child.contact_id for child in kept.children] == ["c-diya"]
    assert kept.fees.reading is None
    assert not sights[1].overview.saved
    assert len(sights[1].children) == 3
    await close(later)


async def test_a_child_that_is_not_theirs_any_more_gives_way_to_one_that_is(
    sandbox: Sandbox, noon: Clock
) -> None:
    later = await after_looking_at("c-somebody-elses", sandbox, noon)
    sights = await seen_of(later, noon)
    assert {sight.chosen for sight in sights} == {"c-diya"}
    await close(later)


async def test_a_screen_that_comes_before_the_answers_waits_for_them_and_asks_for_the_rest(
    program: ProgramOf, sandbox: Sandbox, noon: Clock
) -> None:
    gate = sandbox.weather.hold("children")
    begun = HeadStart(program(email=MEERA).accounts())
    asking = asyncio.create_task(seen_of(begun, noon))
    await gate.reached()
    app = program(email=MEERA, begun=begun).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ParentScreen))
        gate.release()
        await until(pilot, lambda: DIYAS in screen_text(app) and "₹" in screen_text(app))
        await settle(pilot)
    await asyncio.wait([asking])
    assert asking.cancelled()
    assert_asked_once(sandbox)


async def test_what_was_asked_with_another_session_than_the_one_that_is_used_is_given_up(
    program: ProgramOf, sandbox: Sandbox, noon: Clock
) -> None:
    sandbox.weather.hold("overview")
    gate = sandbox.weather.hold("fees")
    begun = HeadStart(program(email=MEERA).accounts())
    asking = asyncio.create_task(seen_of(begun, noon))
    await gate.reached()
    assert begun._enquiries is not None
    overview = begun._enquiries.overview.begin("c-diya")
    recalled = await begun.recall(None)
    other = await begun.accounts.recall()
    assert recalled is not None
    assert other is not None

    assert begun.hand_over(other.client).client is other.client
    await asyncio.wait([asking, overview])
    assert overview.cancelled()
    for client in (recalled.client, other.client):
        await client.aclose()
