"""Forms of the pages of formats."""
