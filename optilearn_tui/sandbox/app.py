"""Every address of both services, by host: a school's own host, and `learn`. The apex answers 404."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Host, Route, Router

from optilearn_tui.sandbox.attendance import attendance
from optilearn_tui.sandbox.auth import AuthDesk
from optilearn_tui.sandbox.certificates import certificate_routes
from optilearn_tui.sandbox.children import children_of_parent, my_children
from optilearn_tui.sandbox.directory import contact, student, user
from optilearn_tui.sandbox.envelope import code_for, failure
from optilearn_tui.sandbox.fees import fee_status
from optilearn_tui.sandbox.overview import overview
from optilearn_tui.sandbox.portal import institution

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from optilearn_tui.sandbox.accounts import People
    from optilearn_tui.sandbox.desk import Answer, Desk
    from optilearn_tui.sandbox.questions import Question

_LMS = (
    ("contact", "contact/{contact_id}", contact),
    ("student", "student/{contact_id}", student),
    ("user", "user/{user_id}", user),
    ("fees", "students/{contact_id}/fee-status", fee_status),
    ("attendance", "students/{contact_id}/attendance", attendance),
    ("children", "parent/{contact_id}/children", children_of_parent),
)
_LMS_STAFF = (
    ("classes", "classes"),
    ("roster", "sections/{section_id}/students"),
    ("parents", "student/{contact_id}/parents"),
)
_LEARN = (
    ("my-children", "parent/children", my_children),
    ("overview", "parent/children/{contact_id}/overview", overview),
)
_LEARN_STAFF = (
    ("courses", "courses"),
    ("announcements", "courses/{course_id}/announcements"),
    ("enrollments", "courses/{course_id}/enrollments"),
)


def app_of(desk: Desk, people: People, secret: str) -> Starlette:
    """The app that answers for every host below the desk's base domain."""
    auth = AuthDesk(desk, people, secret).routes()

    async def front_door(request: Request) -> Response:
        return institution(desk.tenant(request))

    tenant = [
        Route("/api/portal/institution", desk.open("institution", front_door)),
        *(Route(f"/api/lms/{path}", desk.lms(part, answer)) for part, path, answer in _LMS),
        *(Route(f"/api/lms/{path}", desk.lms(part, _staff_room(part))) for part, path in _LMS_STAFF),
    ]
    learn = [
        *(Route(f"/api/{path}", desk.learn(part, answer)) for part, path, answer in _LEARN),
        *(Route(f"/api/{path}", desk.learn(part, _staff_room(part))) for part, path in _LEARN_STAFF),
        *certificate_routes(desk.registers),
    ]
    return Starlette(
        routes=[
            Host(f"learn.{desk.host}", Router([*learn, *auth], redirect_slashes=False)),
            Host(f"{{slug}}.{desk.host}", Router([*tenant, *auth], redirect_slashes=False)),
        ],
        exception_handlers={HTTPException: _no_such_place},
    )


def _staff_room(part: str) -> Answer:
    def answer(question: Question) -> Response:
        from optilearn_tui.sandbox.staff_room import ANSWERS

        return ANSWERS[part](question)

    return answer


async def _no_such_place(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return failure(code_for(status), "No such place", status)
