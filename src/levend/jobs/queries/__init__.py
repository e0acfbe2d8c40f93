"""What can be known about work in the background."""

from .condition import Condition, condition

__all__ = ["Condition", "condition"]
