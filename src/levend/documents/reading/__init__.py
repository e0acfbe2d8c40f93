"""Reading PDF files of strangers, in a process of their own that may fail."""

from levend.documents.reading.facts import PdfFacts, SealFacts, Trouble
from levend.documents.reading.read import MOST_BYTES, read_pdf

__all__ = ["MOST_BYTES", "PdfFacts", "SealFacts", "Trouble", "read_pdf"]
