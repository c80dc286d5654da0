"""`python -m optilearn_tui` is the same program as `optilearn`."""

from optilearn_tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
