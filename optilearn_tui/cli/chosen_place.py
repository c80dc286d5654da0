"""The class or section that a person named on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Refusal
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.school.places import Place, Places


def chosen_class(places: Places, text: str) -> Place:
    """The one class that `text` means.

    Raises:
        Refusal: it means none, or several.
    """
    found = places.classes_called(text)
    if not found:
        raise Refusal(tr("No class is called “{text}”. “optilearn classes” lists them.", text=text))
    return _only(found, tr("“{text}” may mean several classes. Give an id from this list:", text=text))


def chosen_section(places: Places, text: str) -> Place | None:
    """The one section that `text` means; None where it means none of the catalogue.

    Raises:
        Refusal: it means several.
    """
    found = places.sections_called(text)
    if not found:
        return None
    return _only(found, tr("“{text}” may mean several sections. Give an id from this list:", text=text))


def no_section(text: str) -> Refusal:
    """There is no section of that name or id."""
    return Refusal(tr("No section is called “{text}”. “optilearn classes” lists them.", text=text))


def _only(found: Sequence[Place], sentence: str) -> Place:
    if len(found) == 1:
        return found[0]
    raise Refusal(sentence, *(_candidate(place) for place in found))


def _candidate(place: Place) -> str:
    return f"{place.id}  {', '.join(text for text in (place.name, place.year) if text)}"
