"""Writing a profile: overview, a page per chapter with autosave, history, the whole draft to read."""
