"""The settings of a run: the environment over the file over the defaults, and what had to be passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from optilearn_tui.settings.choices import DEFAULT_REFRESH_SECONDS, DEFAULT_TIME_ZONE, Settings, Source
from optilearn_tui.settings.errors import Complaint, Fault
from optilearn_tui.settings.file import SettingsFile, read
from optilearn_tui.settings.values import SETTINGS, names_a_secret

if TYPE_CHECKING:
    from optilearn_tui.settings.places import Places


def load(places: Places, environ: Mapping[str, str]) -> Settings:
    """The settings of this run, each with its source.

    A file that is missing is a person who has chosen nothing yet. Single settings that cannot be used are
    passed over and named in `complaints`.

    Raises:
        UnreadableSettings: the file is there and cannot be read.
    """
    file = read(places.settings_file)
    values: dict[str, str | int] = {}
    sources: dict[str, Source] = {}
    complaints: list[Complaint] = []
    for key, value in file.table.items():
        faults = tuple(_faults(file, key, value))
        complaints.extend(faults)
        if not faults:
            values[key] = SETTINGS[key].parse(value)
            sources[key] = Source.FILE
    for key, setting in SETTINGS.items():
        given = environ.get(setting.variable, "") if setting.variable else ""
        try:
            if given:
                values[key] = setting.parse(given)
                sources[key] = Source.ENVIRONMENT
        except ValueError:
            complaints.append(
                Complaint(key, Fault.INVALID, variable=setting.variable, allowed=setting.allowed)
            )
    return _settings(values, file, sources, complaints)


def _faults(file: SettingsFile, key: str, value: object) -> Iterator[Complaint]:
    """What is wrong with one setting, secrets inside a table included."""
    line = file.line_of(key)
    secrets = [inner for inner in _keys_in(key, value) if names_a_secret(inner)]
    for inner in secrets:
        yield Complaint(inner, Fault.SECRET, file.path, line=file.line_of(inner) or line)
    if secrets:
        return
    setting = SETTINGS.get(key)
    if setting is None:
        yield Complaint(key, Fault.UNKNOWN, file.path, line=line)
        return
    try:
        setting.parse(value)
    except ValueError:
        yield Complaint(key, Fault.INVALID, file.path, line=line, allowed=setting.allowed)


def _keys_in(key: str, value: object) -> Iterator[str]:
    """`key`, and the dotted names of all keys below it."""
    yield key
    match value:
        case dict():
            for name, inner in value.items():
                yield from _keys_in(f"{key}.{name}", inner)
        case list():
            for inner in value:
                yield from (name for name in _keys_in(key, inner) if name != key)
        case _:
            pass


def _settings(
    values: Mapping[str, str | int],
    file: SettingsFile,
    sources: Mapping[str, Source],
    complaints: list[Complaint],
) -> Settings:
    def text(key: str) -> str | None:
        value = values.get(key)
        return None if value is None else str(value)

    def whether(key: str, *, otherwise: bool) -> bool:
        return bool(values.get(key, otherwise))

    return Settings(
        institution=text("institution"),
        account=text("account"),
        account_kind=text("account_kind"),
        language=text("language"),
        digits=text("digits"),
        theme=text("theme"),
        devanagari_cells=text("devanagari_cells"),
        time_zone=text("time_zone") or DEFAULT_TIME_ZONE,
        refresh_seconds=int(values.get("refresh_seconds", DEFAULT_REFRESH_SECONDS)),
        idle_lock_minutes=int(values.get("idle_lock_minutes", 0)),
        keep_nothing=whether("keep_nothing", otherwise=False),
        low_data=whether("low_data", otherwise=False),
        http2=whether("http2", otherwise=True),
        light=text("light"),
        painting=text("painting"),
        file=file.path,
        sources=sources,
        complaints=tuple(complaints),
    )
