"""The typed client of OptiLearn and OptiCRM. Usable without the rest of this package."""

import sys
from types import ModuleType

# httpx imports a command line of its own (click, rich, pygments) where it finds them, which takes as long as
# the rest of it. An empty module in that place makes it go without.
sys.modules.setdefault("httpx._main", ModuleType("httpx._main"))
