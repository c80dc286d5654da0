"""A child's certificates, as the overview tells them."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Maybe, Moment, Record, Text


class Certificate(Record, frozen=True):
    """One certificate. Its links are hostile text until `Deployment.is_own_link` says otherwise."""

    certificate_number: Maybe[Text] = LEFT_OUT
    course_title: Maybe[Text] = LEFT_OUT
    issued_at: Maybe[Moment | None] = LEFT_OUT
    pdf_url: Maybe[Text | None] = LEFT_OUT
    verify_url: Maybe[Text | None] = LEFT_OUT
    revoked: Maybe[bool | None] = LEFT_OUT
