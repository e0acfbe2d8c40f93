"""Taking figures over from open data."""

from levend.keyfigures.services.import_pupils import plan_pupils, write_plan
from levend.keyfigures.services.register_kind import prepare_pupils, register_pupils

__all__ = ["plan_pupils", "prepare_pupils", "register_pupils", "write_plan"]
