"""Figures as plain Python: which may be shown, what a file says, how a line is drawn."""
