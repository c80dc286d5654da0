"""Tests of what is said to be wrong, with everything set up for real."""
