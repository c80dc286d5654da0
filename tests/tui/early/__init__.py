"""What stands on the terminal before the toolkit is there."""
