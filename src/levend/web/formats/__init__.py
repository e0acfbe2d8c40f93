"""Formats: coordinators make, change and publish the questionnaires of their region."""
