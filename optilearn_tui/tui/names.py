"""What a child is called, and which class and section it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child


def name_of(child: Child) -> str:
    """The child's name; "Student" where the school does not say it (PLATFORM.md §5)."""
    return child.name if isinstance(child.name, str) and child.name.strip() else tr("Student")


def class_of(child: Child) -> str:
    """Class and section as they are said: `8-B`; empty where the school says neither."""
    parts = (child.class_name, child.section)
    return "-".join(part for part in parts if isinstance(part, str) and part.strip())


def with_class(child: Child) -> str:
    """The child's name with class and section, as far as the school says them: `Asha Rao · 8-B`."""
    return " · ".join(part for part in (name_of(child), class_of(child)) if part)
