"""A school on this machine: the HTTP surface of both services, with bundled people and histories."""
