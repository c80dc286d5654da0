"""Long secrets in short entries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.credentials import shards


@given(st.text(st.sampled_from("abcABC019_.-="), min_size=1, max_size=6_000))
def test_every_secret_comes_back_from_entries_that_fit(secret: str) -> None:
    entries = dict(shards.split("riverside", secret))
    assert max(map(len, entries.values())) <= shards.LONGEST_ENTRY
    entry = entries["riverside"]
    names = shards.listed("riverside", entry)
    found = entry if names is None else shards.joined(entry, [entries[name] for name in names])
    assert found == secret


def test_the_list_is_written_after_its_parts() -> None:
    names = [name for name, _ in shards.split("riverside", "x" * 3_000)]
    assert names[-1] == "riverside"
    assert len(names) == 4


def test_parts_of_two_secrets_never_make_one() -> None:
    first = dict(shards.split("riverside", "a" * 3_000))
    second = dict(shards.split("riverside", "b" * 3_000))
    names = shards.listed("riverside", first["riverside"])
    assert names is not None
    assert not set(names) & set(second)
    mixed = [first[names[0]], *[part for name, part in second.items() if name != "riverside"][1:]]
    assert shards.joined(first["riverside"], mixed) is None
