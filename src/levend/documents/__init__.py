"""Typesetting of documents. Knows blocks of text, no word of the domain."""
