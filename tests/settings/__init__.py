"""What the person chose."""
