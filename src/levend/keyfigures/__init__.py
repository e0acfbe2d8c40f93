"""Figures from open data: how many pupils a location counts, on which date, by which source."""
