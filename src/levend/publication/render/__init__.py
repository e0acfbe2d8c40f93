"""A profile as a document or a page."""
