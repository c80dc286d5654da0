"""The screens: what a person sees and presses. Knows no HTTP, no files and no keyring."""
