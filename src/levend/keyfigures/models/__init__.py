"""Models of key figures."""
