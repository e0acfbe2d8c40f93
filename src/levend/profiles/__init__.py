"""A location's support profile: its answers with every revision, and the contents that were frozen."""
