"""Models of the demo."""

from levend.demo.models.mark import DemoMark

__all__ = ["DemoMark"]
