"""The region's data and the making of sentences: plain Python."""
