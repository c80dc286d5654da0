"""What each panel says about what the school answered."""
