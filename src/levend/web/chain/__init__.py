"""The way of one profile through the legal chain: its timeline, a page per step, its frozen texts."""
