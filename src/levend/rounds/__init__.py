"""Collection rounds: what a consortium asks of its schools, by when, and how far each is."""
