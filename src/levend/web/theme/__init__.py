"""A consortium's own colours."""
