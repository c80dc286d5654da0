"""A file that is its owner's alone and is never half-written: how things are kept on this machine."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, readable by the owner only (0600; new folders 0700).

    A reader sees the old content or the new, never a part; when writing fails the old content is still there.
    A symbolic link is followed, so that a linked settings file stays linked.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    import tempfile

    path = path.resolve()
    make_private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def remove_private(path: Path) -> None:
    """Remove the file at `path`, and what a run that was killed while it wrote there has left beside it.

    Raises:
        OSError: something is there and cannot be removed.
    """
    from glob import escape

    for half_written in path.parent.glob(f".{escape(path.name)}.*"):
        half_written.unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def make_private_folder(path: Path) -> None:
    """Make the folder `path`, and those above it that are missing, open to the owner only (0700).

    A folder that is there already is left as the person made it.

    Raises:
        OSError: it cannot be made.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
