"""The school's front door: `GET /api/portal/institution`, open to anybody and without an envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from optilearn_tui.sandbox.register import Register


def institution(register: Register) -> Response:
    """Answer the institution's `name`, `slug` and `logoUrl` (PLATFORM.md §5)."""
    row = {key: register.institution[key] for key in ("name", "slug", "logoUrl")}
    return JSONResponse(row, headers={"Cache-Control": "public, max-age=300"})
