"""Rounds on plain data: own deadlines, dates counted back, texts to begin with."""
