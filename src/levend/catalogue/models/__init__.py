"""Models of the catalogue: what a region decides about it."""

from .own_entry import OwnEntry
from .regional_setting import RegionalSetting

__all__ = ["OwnEntry", "RegionalSetting"]
