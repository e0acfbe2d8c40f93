"""The fictional region: organisations, people, texts and cases to try Levend with. Nothing below imports it."""
