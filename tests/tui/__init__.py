"""The screens, driven by Pilot and in a pseudo-terminal."""
