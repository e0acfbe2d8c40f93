"""Changes of regimes."""

from .choose_regime import choose_regime

__all__ = ["choose_regime"]
