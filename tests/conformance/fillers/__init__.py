"""Programs that people fill forms in with, each driven by the values to fill in."""
