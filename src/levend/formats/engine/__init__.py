"""The format language: what a questionnaire is, and what follows from its answers. Plain Python."""
