"""Changes that a region makes to its catalogue."""

from .own_entries import add_own_entry, close_own_entry
from .settings import save_settings

__all__ = ["add_own_entry", "close_own_entry", "save_settings"]
