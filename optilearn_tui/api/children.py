"""The children of a parent, and from which of the two services they come."""

from __future__ import annotations

from pydantic import Field

from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text


class Child(Record, frozen=True):
    """One child as a parent's session sees it (PLATFORM.md §5 row 9, and `child` of the overview).

    `contact_id` names the child everywhere (§6); everything else may be missing.
    """

    contact_id: Identifier
    student_id: Maybe[Identifier | None] = LEFT_OUT
    name: Maybe[Text] = LEFT_OUT
    email: Maybe[Text | None] = LEFT_OUT
    student_code: Maybe[Text | None] = LEFT_OUT
    class_name: Maybe[Text | None] = Field(default=LEFT_OUT, alias="class")
    section: Maybe[Text | None] = LEFT_OUT
    photo_url: Maybe[Text | None] = LEFT_OUT
    status: Maybe[Text | None] = LEFT_OUT
    relation: Maybe[Text | None] = LEFT_OUT
    is_primary: Maybe[bool] = LEFT_OUT
    institution_id: Maybe[Identifier | None] = LEFT_OUT
