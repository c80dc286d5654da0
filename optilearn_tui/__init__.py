"""OptiLearn in the terminal: how each child is doing at school, for parents, teachers and school staff."""

__version__ = "0.1.0"
