"""Checking a document that somebody has in hand, for everybody."""
