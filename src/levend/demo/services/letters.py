"""Signed letters and minutes for what was done on paper."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.formats import date_format

from levend.documents.services import typeset_pdf
from levend.documents.values import Document, Prose, Words

_WORDS = Words(
    contents="Inhoud",
    page="Bladzijde",
    of="van",
    item="Onderwerp",
    value="Inhoud",
    yes="Ja",
    no="Nee",
    mark="",
    mark_note="",
)


def scan(
    *, name: str, title: str, who: str, place: str, on: date, lines: tuple[str, ...]
) -> "UploadedFile[bytes]":
    """A small PDF, as somebody would upload it."""
    document = Document(
        title=title,
        subtitle=f"{place}, {date_format(on, 'j F Y')}",
        organisation=who,
        place=place,
        publisher=who,
        language="nl",
        date=on,
        words=_WORDS,
        blocks=tuple(Prose.of(line) for line in lines),
    )
    return SimpleUploadedFile(f"{name}.pdf", typeset_pdf(document), content_type="application/pdf")
