"""The log of a profile: who did what, when, and what it was before."""
