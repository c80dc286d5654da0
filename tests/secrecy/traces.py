"""What a secret may look like where it must not be: written plainly, encoded, packed, or in part."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, quote_plus

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_SHORTEST_PIECE = 24


def forms_of(text: str) -> set[bytes]:
    """Every way in which a text may be written down that a search can find."""
    plain = text.encode()
    forms = {
        plain,
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        plain.hex().encode(),
        quote(text, safe="").encode(),
        quote_plus(text).encode(),
        json.dumps(text)[1:-1].encode(),
        repr(plain)[2:-1].encode(),
    }
    for shift in range(3):
        # The characters at both ends depend on what stands beside the text.
        encoded = base64.b64encode(b"\0" * shift + plain)
        whole = encoded[(shift * 8 + 5) // 6 : len(encoded) - 4]
        forms |= {whole, whole.replace(b"+", b"-").replace(b"/", b"_")}
    return {form for form in forms if len(form) >= min(len(plain), 8)}


def pieces_of(token: str) -> Iterator[str]:
    """Parts of a session token none of which may be seen: what says who it is, and what proves it."""
    *_, content, _ = segments = token.split(".")
    yield content[-_SHORTEST_PIECE * 2 : -_SHORTEST_PIECE]
    yield segments[-1][:_SHORTEST_PIECE]


def traces_in(content: bytes, secrets: Mapping[str, Iterable[str]]) -> set[str]:
    """The names of the secrets whose traces are in `content`, or in what is packed in it."""
    searched = [content, *_unpacked(content)]
    return {
        name
        for name, texts in secrets.items()
        if any(form in each for text in texts for form in forms_of(text) for each in searched)
    }


def _unpacked(content: bytes) -> Iterator[bytes]:
    for match in _PACKED.finditer(content):
        try:
            yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(content[match.start() :])
        except zlib.error:
            continue
