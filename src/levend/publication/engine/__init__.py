"""Plain Python: the public part of a profile, and its text as blocks."""
