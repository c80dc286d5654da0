"""Bodies: decoded as they come, and never more than agreed."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from optilearn_tui.api.decoding import Body, NotDecodable, TooLarge

TEXT = b'{"data": "' + bytes(range(32, 92)) * 50 + b'"}'


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("GZIP", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_a_body_comes_in_pieces(encoding: str, sent: bytes, size: int) -> None:
    body = Body(encoding, cap=10_000)

    for at in range(0, len(sent), size):
        body.feed(sent[at : at + size])

    assert body.whole() == TEXT


def test_an_empty_body_is_empty_whatever_its_encoding() -> None:
    assert Body("gzip", cap=10).whole() == b""


def test_a_body_of_exactly_the_cap_passes_and_one_more_byte_does_not() -> None:
    for encoding, pack in (("", bytes), ("gzip", gzip.compress)):
        body = Body(encoding, cap=1000)
        body.feed(pack(b"x" * 1000))
        assert len(body.whole()) == 1000
        with pytest.raises(TooLarge):
            Body(encoding, cap=1000).feed(pack(b"x" * 1001))


def test_a_small_bomb_does_not_fill_the_memory() -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(deflate.compress(bytes(1 << 20)) for _ in range(40)) + deflate.flush()
    body = Body("gzip", cap=1 << 20)

    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            body.feed(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(bomb) < 50_000
    assert peak < 4 << 20


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_an_encoding_that_was_not_offered_is_refused(encoding: str) -> None:
    with pytest.raises(NotDecodable):
        Body(encoding, cap=10)


def test_broken_or_cut_off_bodies_are_refused() -> None:
    with pytest.raises(NotDecodable):
        Body("gzip", cap=10).feed(b"plain text")
    body = Body("gzip", cap=10_000)
    body.feed(gzip.compress(TEXT)[:-20])
    with pytest.raises(NotDecodable):
        body.whole()
