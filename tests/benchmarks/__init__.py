"""Measurements: run by hand, never part of the tests, because a time is no pass or fail."""
