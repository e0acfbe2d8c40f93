"""Models of key figures."""

from levend.keyfigures.models.key_figure import KeyFigure

__all__ = ["KeyFigure"]
