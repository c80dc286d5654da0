"""Who sees what, and why: items and their audiences, one student's items, and both at once in a matrix."""
