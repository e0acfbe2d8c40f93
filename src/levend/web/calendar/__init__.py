"""Dates in somebody's own calendar: a link to make, to see once, and to take back."""
