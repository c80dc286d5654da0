"""Where a session is kept: the operating system's keyring, this run's memory, or a private file."""
