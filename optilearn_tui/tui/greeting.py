"""What somebody sees for whom there are no screens yet: who they are, why, and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.containers import HorizontalGroup, VerticalScroll
from textual.screen import Screen
from typing_extensions import override

from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity


class GreetingScreen(Screen[None]):
    """A friendly page for a student, and for a person the school said nothing about."""

    BINDING_GROUP_TITLE = N_("Welcome")

    DEFAULT_CSS = """
    GreetingScreen {
        align-horizontal: center;
        #page { padding: 1 4; max-width: 84; }
        #page > Words { margin-bottom: 1; }
        #hello { text-style: bold; color: $text-primary; }
        #facts { color: $text-muted; }
    }
    """

    def __init__(self, client: Client, identity: Identity) -> None:
        """A page for `identity`; `client` tells the school's name."""
        super().__init__()
        self._client = client
        self._identity = identity
        self._school = _known(identity.institution_slug) or client.slug or ""

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar(self._school, _known(self._identity.name))
        with VerticalScroll(id="page", can_focus=False):
            yield Words(self._hello, id="hello")
            yield Words(self._facts, id="facts")
            yield Words(self._why, id="why")
            yield Words(self._next_step, id="next-step")
            with HorizontalGroup():
                yield WordButton(N_("Sign out"), "app.sign_out", main=True)
                yield WordButton(N_("Use another account"), "app.sign_in")
        yield KeyHints()

    def on_mount(self) -> None:
        """Find out what the school is really called."""
        self._name_the_school()

    @work
    async def _name_the_school(self) -> None:
        # The slug says it well enough where the school does not answer.
        with suppress(ApiError):
            reading = await self._client.institution.look_up()
            self._school = _known(reading.value.name) or self._school
            self.query_one(TitleBar).place = self._school
            self.query_one("#facts", Words).retranslate()

    def _hello(self) -> str:
        name = _known(self._identity.name)
        return tr("Hello, {name}.", name=name) if name else tr("Hello.")

    def _facts(self) -> str:
        return "\n".join(f"{label}: {value}" for label, value in self._named() if value)

    def _named(self) -> Iterator[tuple[str, str]]:
        yield tr("Signed in as"), _known(self._identity.email)
        yield tr("School"), self._school
        yield tr("Role"), _known(self._identity.role)

    def _why(self) -> str:
        if self._identity.kind is PersonKind.STUDENT:
            return tr("This app is for parents and staff. You are signed in as a student.")
        return tr(
            "The school let you in, but it has not said whether you are a parent or staff. "
            "So there is nothing this app may show you."
        )

    def _next_step(self) -> str:
        if self._identity.kind is PersonKind.STUDENT:
            return tr(
                "Your courses, marks and live classes are in your browser, at {address}. "
                "Your parents can sign in here with their own account.",
                address=self._client.deployment.learn_origin.partition("://")[2],
            )
        return tr("Ask the school's office to connect your account with your child, or use another account.")


def _known(value: object) -> str:
    return value if isinstance(value, str) else ""
