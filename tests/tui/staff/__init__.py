"""The staff room, tried on the bundled school."""
