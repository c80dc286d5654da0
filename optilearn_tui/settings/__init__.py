"""What the person chose, and where each choice comes from."""
