"""What is the same on every screen: language, theme, help, commands, notices, and a window too small."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import Binding
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.i18n import N_, Language, current, tr, use
from optilearn_tui.settings.errors import SettingsError
from optilearn_tui.tui import speech, themes
from optilearn_tui.tui.fault import told
from optilearn_tui.tui.frames import paint_soon
from optilearn_tui.tui.mask import has_veils, is_masked, mask
from optilearn_tui.tui.mask_line import MaskLine
from optilearn_tui.tui.thrifty.light import is_light
from optilearn_tui.tui.too_small import TooSmallScreen, fits

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.theme import Theme

    from optilearn_tui.tui.palette import Command

_NOTICE_SECONDS = 12
"""How long a notice stays: long enough to read two sentences in a second language."""

_KEYS = {"pgup": "PgUp", "pgdn": "PgDn", "⏎": "Enter", "⌫": "Backspace"}
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt", "super": "Super"}


class Shell(App[None], inherit_bindings=False):
    """An app that speaks, looks and helps; which screens there are is for its subclass to say."""

    ENABLE_COMMAND_PALETTE = False
    BINDING_GROUP_TITLE = N_("Everywhere")
    BINDINGS = [
        Binding("l,f2", "language", N_("हिन्दी")),
        Binding("t,f3", "theme", N_("Theme")),
        Binding("ctrl+p", "palette", N_("Commands")),
        Binding("question_mark,f1", "help", N_("Help")),
        Binding("q", "quit", N_("Quit")),
        Binding("h,f7", "mask", N_("Hide marks and fees")),
        Binding("h,f7", "unmask", N_("Show marks and fees")),
        Binding("ctrl+q", "quit", N_("Quit"), priority=True),
        Binding("ctrl+c", "help_quit", N_("Quit"), show=False, system=True),
    ]
    no_color = False  # until the toolkit has looked at `NO_COLOR`

    def __init__(
        self,
        *,
        theme: str | None,
        remember: Callable[..., None],
        environ: Mapping[str, str],
        light: str | None = None,
    ) -> None:
        """A shell.

        Args:
            theme: the name of a theme; one that is not known, or None, is the dark one.
            remember: saves choices by their names in the settings; may raise a SettingsError. Called in a
                thread.
            environ: the environment; `SSH_CONNECTION` in it makes it light where `light` leaves that open.
            light: `on`, `off`, or `auto` (None as well): see `is_light`.
        """
        super().__init__()
        paint_soon()
        self.is_light = is_light(light, environ)
        self._remember = remember
        self._remembering = asyncio.Lock()
        self._is_stopping = False
        for own in themes.of_terminal(sixteen=self.is_light or self.no_color, in_colour=not self.no_color):
            self.register_theme(own)
        self.theme = theme if theme is not None and theme in self.available_themes else themes.DARK.name
        if self.is_light:
            self.animation_level = "none"

    @property
    @override
    def native_ansi_color(self) -> bool:
        return self.no_color or super().native_ansi_color

    @override
    def get_key_display(self, binding: Binding) -> str:
        if binding.key_display:
            return binding.key_display
        modifiers, key = binding.parse_key()
        name = super().get_key_display(Binding(key, ""))
        written = _KEYS.get(name) or (name.capitalize() if len(name) > 1 or modifiers else name)
        return "+".join([*(_MODIFIERS.get(modifier, modifier) for modifier in modifiers), written])

    # Size.

    def on_mount(self) -> None:
        """Look at the size of the terminal, and from now on at the theme."""
        self._fit(self.size)
        self.theme_changed_signal.subscribe(self, self._paint_anew)

    def on_resize(self, event: events.Resize) -> None:
        """Look at the size of the terminal again."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Cover everything while the terminal is too small, and uncover it afterwards."""
        covered = isinstance(self.screen, TooSmallScreen)
        if fits(size) and covered:
            self.pop_screen()
        elif not fits(size) and not covered:
            self.push_screen(TooSmallScreen())

    @property
    def home(self) -> Screen[object] | None:
        """The screen everything else lies over; None while the opening screen is all there is."""
        return self.screen_stack[1] if len(self.screen_stack) > 1 else None

    def go_home(self, home: Screen[None]) -> None:
        """Show `home` instead of everything that is shown now."""
        self.uncover()
        # The first screen of an app cannot be exchanged: it stays below.
        if self.home is None:
            self.push_screen(home)
        else:
            self.switch_screen(home)
        self._fit(self.size)

    def uncover(self) -> None:
        """Take away whatever lies over the home screen."""
        while len(self.screen_stack) > 2:
            self.pop_screen()

    # What others may see.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"mask", "unmask"}:
            return is_masked() == (action == "unmask") and bool(self.screen.query_children(MaskLine))
        return super().check_action(action, parameters)

    def action_mask(self) -> None:
        """Hide marks and fees on every screen there is."""
        self._mask(on=True)

    def action_unmask(self) -> None:
        """Show them again."""
        self._mask(on=False)

    def _mask(self, *, on: bool) -> None:
        mask(on=on)
        speech.retranslate(self.screen_stack)
        self.screen.refresh_bindings()

    @override
    def copy_to_clipboard(self, text: str) -> None:
        if has_veils(text):
            words = tr("This was not copied: marks and fees are hidden in it. h shows them.")
            self.notify(words, severity="warning", markup=False)
        else:
            super().copy_to_clipboard(text)

    # Choices.

    def action_language(self) -> None:
        """Speak the next language."""
        languages = list(Language)
        self.action_speak(languages[(languages.index(current()) + 1) % len(languages)])

    def action_speak(self, language: str) -> None:
        """Speak `language` (`en`, `hi`) from now on, on every screen there is."""
        use(Language(language))
        speech.retranslate(self.screen_stack)
        self._save(language=language)

    def action_theme(self) -> None:
        """Look like the next of our themes."""
        self.action_look(themes.after(self.theme))

    def action_look(self, theme: str) -> None:
        """Look like the theme of this name from now on."""
        self.theme = theme
        self._save(theme=theme)

    def _paint_anew(self, _: Theme) -> None:
        """Paint all words in the colours of the theme.

        By itself Textual paints only what stands on another ground now: in the terminal's own colours that is
        nothing.
        """
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget):
                widget.notify_style_update()
                widget.refresh()

    @work(group="remember")
    async def _save(self, **choices: str | bool) -> None:
        """Save a choice; one that cannot be saved holds for this run, and the person is told."""
        try:
            async with self._remembering:
                await asyncio.to_thread(self._remember, **choices)
        except SettingsError as error:
            self.tell(error)

    # Words.

    def tell(self, error: Exception) -> None:
        """Show a notice: something did not work, and did not matter enough to stop."""
        from optilearn_tui.i18n.problems import problem

        self.notify(str(problem(error)), severity="warning", timeout=_NOTICE_SECONDS, markup=False)

    def action_help(self) -> None:
        """Show what every key does, or put that away again."""
        from optilearn_tui.tui.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Show everything that can be done here, to be searched."""
        from optilearn_tui.tui.palette import PaletteScreen, commands_of

        self.push_screen(PaletteScreen(commands_of(self.screen, self)), self._run)

    async def _run(self, command: Command | None) -> None:
        if command is not None:
            await self.run_action(command.action, command.node)

    @override
    def _fatal_error(self) -> None:
        # Textual would print a traceback with the values of all variables, and count the faults that a
        # first one brings with it.
        if not self._is_stopping:
            self._is_stopping = True
            fault = self._exception
            self.panic(Text(told(fault) if fault is not None else ""))

    @override
    def action_help_quit(self) -> None:
        self.notify(tr("Press q or Ctrl+Q to quit."), markup=False)
