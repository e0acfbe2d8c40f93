"""Plain Python, without a database."""
