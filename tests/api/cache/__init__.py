"""The shelf: what is kept, and what is not."""
