"""Pages of collection rounds: set out, open, extend, close, and what a school reads about its round."""
