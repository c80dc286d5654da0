"""One student as staff see them: where they sit, whom to call, days at school, fees, and what they see."""
