"""Who has been missing from school, and whom to ask after first."""
