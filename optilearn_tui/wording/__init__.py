"""The rules of a school in words, for whatever shows or prints them."""
