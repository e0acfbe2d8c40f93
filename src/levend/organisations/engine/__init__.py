"""Calculations on colours and drawings."""
