"""The dashboard on the screen. Knows no HTTP."""
