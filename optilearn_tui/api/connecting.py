"""Loading what makes connections, without what only some of them need."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_LATER = ("httpcore._async.http2", "httpcore._sync.http2")


def load_without_http2() -> None:
    """Import `httpcore`, but nothing of HTTP/2: that is imported once a server speaks it.

    On its way in it looks whether there is HTTP/2 and imports all of it, a tenth of what a start takes. An
    empty module in that place lets it do without until it needs it, and then it finds the real one.
    """
    if "httpcore" in sys.modules:
        return
    absent = {name: ModuleType(name) for name in _LATER}
    sys.modules.update(absent)
    try:
        import_module("httpcore")
    finally:
        for name in absent:
            del sys.modules[name]


def settle_that_there_is_no_sniffio() -> None:
    """Where `sniffio` is not installed, let nobody look for it: `httpcore` tries to import it at every lock.

    A module that is not there is searched for in every folder of the path, each time anew.
    """
    if "sniffio" not in sys.modules and find_spec("sniffio") is None:
        vars(sys)["modules"]["sniffio"] = None  # how the import system says that there is none
