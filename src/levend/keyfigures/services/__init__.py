"""Taking figures over from open data."""

from levend.keyfigures.services.import_pupils import import_pupils, plan_pupils

__all__ = ["import_pupils", "plan_pupils"]
