"""Typing Hindi: the cursor goes by letters, not by the code points they are made of."""

from __future__ import annotations

from textual.app import App, ComposeResult

from optilearn_tui.tui.fields import Field

KSHAMA = "क्षमा"
"""Two letters in five code points: क्ष and मा."""


class OneField(App[None]):
    """A field and nothing else."""

    def __init__(self, *, secret: bool = False) -> None:
        super().__init__()
        self._secret = secret

    def compose(self) -> ComposeResult:
        yield Field(KSHAMA, secret=self._secret)

    @property
    def field(self) -> Field:
        """The field."""
        return self.query_one(Field)


async def test_the_cursor_goes_from_letter_to_letter() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        seen = []
        for key in ("end", "left", "left", "left", "right", "right", "right"):
            await pilot.press(key)
            seen.append(app.field.cursor_position)
        assert seen == [5, 3, 0, 0, 3, 5, 5]


async def test_letters_are_marked_whole() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        await pilot.press("home", "shift+right")
        assert app.field.selected_text == "क्ष"
        await pilot.press("right", "end", "shift+left")
        assert app.field.selected_text == "मा"


async def test_delete_takes_a_letter_and_backspace_its_last_sign() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        await pilot.press("home", "delete")
        assert app.field.value == "मा"
        await pilot.press("end", "backspace")
        assert app.field.value == "म"


async def test_what_is_marked_is_deleted_as_it_is_marked() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        await pilot.press("home", "shift+right", "delete")
        assert app.field.value == "मा"


async def test_in_a_secret_the_cursor_goes_by_dots() -> None:
    app = OneField(secret=True)
    async with app.run_test() as pilot:
        await pilot.press("end", "left")
        assert app.field.cursor_position == 4
