"""Words, plurals, dates, money and relative times, in English and Hindi."""
