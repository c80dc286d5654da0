"""Signing in and out, against the sandbox."""
