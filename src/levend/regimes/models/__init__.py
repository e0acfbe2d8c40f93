"""Models of regimes."""

from .consortium_regime import ConsortiumRegime

__all__ = ["ConsortiumRegime"]
