"""Reading regimes. The law is no secret: no actor is asked for."""

from .choices import Choice, choices_of
from .regimes import all_regimes, regime, regime_for, regimes_for

__all__ = ["Choice", "all_regimes", "choices_of", "regime", "regime_for", "regimes_for"]
