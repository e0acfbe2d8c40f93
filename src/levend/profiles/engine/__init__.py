"""Calculations on a profile's text. Plain Python."""
