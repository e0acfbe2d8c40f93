"""Reading regimes. The law is no secret: no actor is asked for."""

from .regimes import all_regimes, regime, regime_for

__all__ = ["all_regimes", "regime", "regime_for"]
