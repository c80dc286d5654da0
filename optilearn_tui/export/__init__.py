"""What leaves the program other than through the screen: plain text and JSON."""
