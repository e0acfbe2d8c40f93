"""Levend: the schoolondersteuningsprofiel, from first word to published page."""

__version__ = "0.1.0"
