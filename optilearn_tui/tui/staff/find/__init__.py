"""Find anyone: students and parents over all sections, by whatever somebody at the desk can tell."""
