"""What documents can be made into."""

from levend.documents.services.typeset import TypesettingFailed, typeset_pdf

__all__ = ["TypesettingFailed", "typeset_pdf"]
