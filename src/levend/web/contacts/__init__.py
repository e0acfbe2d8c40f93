"""Whom parents can call: the school's own list, public, changed any day."""
