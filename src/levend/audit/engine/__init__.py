"""Calculations on the record, and on texts that leave it. Plain Python."""
