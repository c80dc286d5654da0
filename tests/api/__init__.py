"""The client, against pinned wire shapes and against the sandbox."""
