"""A body read piece by piece, never larger than agreed, whatever it was compressed from."""

from __future__ import annotations

import zlib

ENCODINGS = "gzip"
"""What is offered in `Accept-Encoding`."""

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_NOT_ENCODED = {"", "identity"}
_ENCODED = {"gzip", "x-gzip", "deflate"}


class TooLarge(Exception):
    """The decoded body is larger than the cap."""


class NotDecodable(Exception):
    """The body is encoded in a way that was not offered, or is broken."""


class Body:
    """Collects a body. Never holds more than the cap and one piece from the network.

    Args:
        encoding: the `Content-Encoding` of the answer.
        cap: the largest decoded size, in bytes.

    Raises:
        NotDecodable: the encoding is unknown.
    """

    def __init__(self, encoding: str, cap: int) -> None:
        encoding = encoding.strip().lower()
        if encoding not in _NOT_ENCODED | _ENCODED:
            raise NotDecodable
        self._inflate = zlib.decompressobj(_GZIP_OR_ZLIB) if encoding in _ENCODED else None
        self._cap = cap
        self._collected = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take the next piece from the network.

        Raises:
            TooLarge: the cap is passed.
            NotDecodable: the piece is no continuation of what came before.
        """
        room = self._cap + 1 - len(self._collected)
        if self._inflate is None:
            self._collected += piece[:room]
        else:
            try:
                self._collected += self._inflate.decompress(piece, room)
            except zlib.error:
                raise NotDecodable from None
        if len(self._collected) > self._cap:
            raise TooLarge

    def whole(self) -> bytes:
        """The decoded body.

        Raises:
            NotDecodable: it broke off in the middle.
        """
        if self._inflate is not None and self._collected and not self._inflate.eof:
            raise NotDecodable
        return bytes(self._collected)
