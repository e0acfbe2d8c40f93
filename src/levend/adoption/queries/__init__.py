"""Reads of the legal chain."""

from levend.adoption.queries.in_force import in_force, publication_facts
from levend.adoption.queries.overview import overview
from levend.adoption.queries.today import today_for

__all__ = ["in_force", "overview", "publication_facts", "today_for"]
