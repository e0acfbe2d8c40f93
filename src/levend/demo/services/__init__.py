"""Making the region."""
