"""What leaves the app for files, pipes and screen readers: JSON, CSV, readable plain text."""
