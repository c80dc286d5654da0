"""The rules, by name and by property."""
