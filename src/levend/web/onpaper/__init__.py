"""A profile on paper: the format as a form to fill in, and what comes back on it."""
