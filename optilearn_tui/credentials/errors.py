"""Why a session cannot be kept on this machine: facts, not sentences (`i18n.problems` has those)."""

from __future__ import annotations


class StoreUnavailable(Exception):
    """A place for sessions cannot be used; the program goes on without it and says so (AUTH.md).

    Attributes:
        store: which kind of place: `keyring` or `file`.
        reason: `missing` (there is none), `unsafe` (not one of the operating system's own), `locked`,
            `timeout` (it did not answer, perhaps because it asks on another display), `lost` (it took the
            session and did not give it back), `exposed` (others can read the file), `permission` or `failed`.
        detail: the type of the error underneath, for a log line. Never its text, which may hold a secret.
    """

    def __init__(self, store: str, reason: str, detail: str | None = None) -> None:
        super().__init__(f"{store}: {reason}" + (f" ({detail})" if detail else ""))
        self.store = store
        self.reason = reason
        self.detail = detail
