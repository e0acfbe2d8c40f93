"""Regimes on plain data: definitions, loading, and counting days."""
