"""What documents can be made into."""

from levend.documents.services.typeset import TypesettingFailed, typeset_form, typeset_pdf

__all__ = ["TypesettingFailed", "typeset_form", "typeset_pdf"]
