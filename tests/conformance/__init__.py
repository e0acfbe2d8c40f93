"""Judging made PDFs with veraPDF."""
