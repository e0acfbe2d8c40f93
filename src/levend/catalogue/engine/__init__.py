"""The catalogue on plain data."""
