"""Only what changed is sent to the terminal."""
