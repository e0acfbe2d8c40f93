"""Changes of formats."""

from levend.formats.services.import_format import import_format
from levend.formats.services.install_shipped import install_shipped

__all__ = ["import_format", "install_shipped"]
