"""The dashboard before the toolkit stands: drawn as the toolkit is going to draw it, without importing it."""
