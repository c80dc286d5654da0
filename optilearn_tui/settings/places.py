"""Where on this machine settings, saved data and cached answers live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

_APPLICATION = "optilearn"


@dataclass(frozen=True, slots=True)
class Places:
    """Three folders; none has to exist."""

    config_dir: Path
    data_dir: Path
    cache_dir: Path

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """`OPTILEARN_CONFIG_DIR`, `…_DATA_DIR`, `…_CACHE_DIR`, else where the system keeps such things."""
        return cls(
            config_dir=_named(environ, "OPTILEARN_CONFIG_DIR") or _usual("config"),
            data_dir=_named(environ, "OPTILEARN_DATA_DIR") or _usual("data"),
            cache_dir=_named(environ, "OPTILEARN_CACHE_DIR") or _usual("cache"),
        )

    @property
    def settings_file(self) -> Path:
        """The file a person may edit."""
        return self.config_dir / "settings.toml"


def _usual(kind: Literal["config", "data", "cache"]) -> Path:
    """Where the system keeps such things; whoever names all three folders need not wait for the import."""
    import platformdirs

    match kind:
        case "config":
            return platformdirs.user_config_path(_APPLICATION, appauthor=False)
        case "data":
            return platformdirs.user_data_path(_APPLICATION, appauthor=False)
        case "cache":
            return platformdirs.user_cache_path(_APPLICATION, appauthor=False)


def _named(environ: Mapping[str, str], variable: str) -> Path | None:
    text = environ.get(variable)
    return Path(text).expanduser() if text else None
