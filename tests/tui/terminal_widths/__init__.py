"""Columns line up in every script and in every terminal."""
