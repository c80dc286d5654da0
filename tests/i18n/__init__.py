"""Words, dates, money."""
