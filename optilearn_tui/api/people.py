"""People as OptiCRM knows them: contacts, students, users; for names wherever one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text
from optilearn_tui.api.policy import REUSE_300
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Contact(Record, frozen=True):
    """A parent or student (PLATFORM.md §5 row 1). `contact_type`: `CONTACT_PARENT` or `CONTACT_STUDENT`."""

    id: Identifier
    first_name: Maybe[Text | None] = LEFT_OUT
    last_name: Maybe[Text | None] = LEFT_OUT
    email: Maybe[Text | None] = LEFT_OUT
    contact_type: Maybe[Text | None] = LEFT_OUT
    status: Maybe[Text | None] = LEFT_OUT


class CurrentEnrolment(Record, frozen=True):
    """The class and section a student belongs to now."""

    class_id: Maybe[Identifier | None] = LEFT_OUT
    class_name: Maybe[Text | None] = LEFT_OUT
    section_id: Maybe[Identifier | None] = LEFT_OUT
    section_name: Maybe[Text | None] = LEFT_OUT


class Student(Record, frozen=True):
    """A student (PLATFORM.md §5 row 2). No `current_enrolment` (None): belongs to no class now."""

    contact_id: Identifier
    id: Maybe[Identifier | None] = LEFT_OUT
    first_name: Maybe[Text | None] = LEFT_OUT
    last_name: Maybe[Text | None] = LEFT_OUT
    student_code: Maybe[Text | None] = LEFT_OUT
    current_enrolment: Maybe[CurrentEnrolment | None] = LEFT_OUT


class User(Record, frozen=True):
    """Somebody who works at the institution (PLATFORM.md §5 row 4). `role` is open-ended."""

    id: Identifier
    first_name: Maybe[Text | None] = LEFT_OUT
    last_name: Maybe[Text | None] = LEFT_OUT
    email: Maybe[Text | None] = LEFT_OUT
    role: Maybe[Text | None] = LEFT_OUT


CONTACT = Endpoint(Host.TENANT, "/api/lms/contact/{contact_id}", Contact, REUSE_300)
STUDENT = Endpoint(Host.TENANT, "/api/lms/student/{contact_id}", Student, REUSE_300)
USER = Endpoint(Host.TENANT, "/api/lms/user/{user_id}", User, REUSE_300)


class People:
    """Looks people up. The `get_optional_*` variants never fail: a missing name costs nothing else.

    With `anew` the school is asked, whatever is kept.
    """

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def contact(self, contact_id: str, *, anew: bool = False) -> Reading[Contact]:
        """The contact of that id.

        Raises:
            ApiError: it cannot be told, or the answer is about somebody else.
        """
        return await self._calls.lms_fetch(
            CONTACT.call(contact_id=contact_id), anew=anew, fits=lambda contact: contact.id == contact_id
        )

    async def student(self, contact_id: str, *, anew: bool = False) -> Reading[Student]:
        """The student with that contact id.

        Raises:
            ApiError: it cannot be told, or the answer is about somebody else.
        """
        return await self._calls.lms_fetch(
            STUDENT.call(contact_id=contact_id),
            anew=anew,
            fits=lambda student: student.contact_id == contact_id,
        )

    async def user(self, user_id: str, *, anew: bool = False) -> Reading[User]:
        """The user of that id.

        Raises:
            ApiError: it cannot be told, or the answer is about somebody else.
        """
        return await self._calls.lms_fetch(
            USER.call(user_id=user_id), anew=anew, fits=lambda user: user.id == user_id
        )

    async def get_optional_contact(self, contact_id: str, *, anew: bool = False) -> Contact | None:
        """The contact of that id, or None whatever went wrong."""
        try:
            return (await self.contact(contact_id, anew=anew)).value
        except ApiError:
            return None

    async def get_optional_student(self, contact_id: str, *, anew: bool = False) -> Student | None:
        """The student with that contact id, or None whatever went wrong."""
        try:
            return (await self.student(contact_id, anew=anew)).value
        except ApiError:
            return None

    async def get_optional_user(self, user_id: str, *, anew: bool = False) -> User | None:
        """The user of that id, or None whatever went wrong."""
        try:
            return (await self.user(user_id, anew=anew)).value
        except ApiError:
            return None
