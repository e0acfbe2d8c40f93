"""Good examples: a school chooses passages, and others in its consortium read them beside the same question."""
