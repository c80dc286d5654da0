"""What the settings seem to say about the first frame and the language, seen at a glance.

Reading them properly takes longer than the first frame may. Whatever is not plain to see is left out; the
settings are read with care afterwards (`settings.load`), and complained about there.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LARGEST = 100_000  # bytes


def glance(environ: Mapping[str, str]) -> dict[str, str]:
    """The settings that are text and stand plainly in the file, by name; empty where it cannot be read."""
    try:
        with open(settings_path(environ), "rb") as file:  # noqa: PTH123 - `pathlib` takes too long to import
            text = file.read(_LARGEST).decode("utf-8-sig")
    except (OSError, ValueError):
        return {}
    return dict(_plain(text))


def settings_path(environ: Mapping[str, str]) -> str:
    """Where the settings file is, as `settings.Places` has it."""
    folder = environ.get("OPTILEARN_CONFIG_DIR")
    if folder:
        folder = os.path.expanduser(folder)  # noqa: PTH111
    elif sys.platform == "linux":
        around = os.environ.get("XDG_CONFIG_HOME", "")
        folder = os.path.join(around if around.strip() else os.path.expanduser("~/.config"), "optilearn")  # noqa: PTH111, PTH118
    else:
        import platformdirs

        folder = platformdirs.user_config_dir("optilearn", appauthor=False)
    return os.path.join(folder, "settings.toml")  # noqa: PTH118


def _plain(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if line.lstrip().startswith("["):
            return
        name, equals, value = line.partition("=")
        value = value.strip()
        quote = value[:1]
        content, end, rest = value[1:].partition(quote) if quote in ('"', "'") and quote else ("", "", "")
        if (
            equals
            and name.strip().isidentifier()
            and end
            and (not rest.strip() or rest.lstrip().startswith("#"))
            and "\\" not in content
        ):
            yield name.strip(), content
