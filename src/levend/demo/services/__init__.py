"""Making the region."""

from levend.demo.services.fill import fill_demo

__all__ = ["fill_demo"]
