"""Where secrets are kept between runs: the system's keyring, memory, or a private file when asked for."""

from optilearn_tui.credentials.entries import AccountKey, Entry, ServiceKeyEntry
from optilearn_tui.credentials.errors import StoreUnavailable
from optilearn_tui.credentials.file import FileStore
from optilearn_tui.credentials.keyring import ALLOWED_BACKENDS, KeyringStore
from optilearn_tui.credentials.store import MemoryStore, Store, StoreKind

__all__ = [
    "ALLOWED_BACKENDS",
    "AccountKey",
    "Entry",
    "FileStore",
    "KeyringStore",
    "MemoryStore",
    "ServiceKeyEntry",
    "Store",
    "StoreKind",
    "StoreUnavailable",
]
