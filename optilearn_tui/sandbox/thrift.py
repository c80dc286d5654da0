"""Answers that cost as little as they can on the way: packed, and not sent again to whoever has them."""

from __future__ import annotations

import gzip
from base64 import urlsafe_b64encode
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import Response

from optilearn_tui.sandbox.envelope import NO_STORE

if TYPE_CHECKING:
    from starlette.requests import Request

_TAG_BYTES = 9
_HEADER = len("Content-Encoding: gzip\r\n")


def thrifty(request: Request, response: Response) -> Response:
    """An answer as it is sent to whoever asked: 304 where they have it already, else packed where that helps.

    An answer that nobody may keep (`no-store`) has no version by which it could be known again.
    """
    if response.status_code != HTTPStatus.OK:
        return response
    if NO_STORE not in response.headers.get("cache-control", NO_STORE):
        tag = _tag_of(response)
        response.headers["ETag"] = tag
        if tag in _known(request):
            kept = ("etag", "cache-control", "vary")
            headers = {name: response.headers[name] for name in kept if name in response.headers}
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return _packed(request, response)


def _tag_of(response: Response) -> str:
    # Weak: it names what is said, packed or not.
    digest = sha256(bytes(response.body)).digest()[:_TAG_BYTES]
    return f'W/"{urlsafe_b64encode(digest).decode()}"'


def _known(request: Request) -> set[str]:
    return {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}


def _packed(request: Request, response: Response) -> Response:
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return response
    body = bytes(response.body)
    packed = gzip.compress(body, mtime=0)
    if len(packed) + _HEADER < len(body):
        response.body = packed
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(packed))
    return response
