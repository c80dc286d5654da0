"""A school on this machine: the HTTP surface of both services, with bundled people and histories.

`Sandbox` is asked in process. Sockets are in `serve` (for people and other programs) and `live` (for tests).
"""

from optilearn_tui.sandbox.accounts import Account
from optilearn_tui.sandbox.gate import Gate
from optilearn_tui.sandbox.sandbox import Sandbox, Scale
from optilearn_tui.sandbox.weather import PARTS, UnknownPart, Weather

__all__ = ["PARTS", "Account", "Gate", "Sandbox", "Scale", "UnknownPart", "Weather"]
