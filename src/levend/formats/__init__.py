"""Questionnaires as data: the format language, its shipped formats, and their stored versions."""
