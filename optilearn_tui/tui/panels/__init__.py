"""One panel a noun: what a parent sees of one child."""
