"""The command line: parse, print, exit."""


def main() -> int:
    """Run the program."""
    return 0
