"""The rules of a school in words."""
