"""The document of a frozen text: official once it was handed in, a concept until then."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.adoption.queries.texts import FrozenText
from levend.core.errors import NotFound
from levend.publication.queries import artefact_bytes, concept_for, official_for
from levend.publication.queries.official import HandedIn


@dataclass(frozen=True)
class TextPdf:
    """A link to a document with what it is; without an address while the worker makes it."""

    title: str
    about: str
    url: str


@dataclass(frozen=True)
class PdfFile:
    name: str
    data: bytes


def pdf_of(actor: Actor, text: FrozenText) -> TextPdf | None:
    """The document of a text, none before the worker made it, nor for a concept of long ago."""
    code = text.case.location.code
    official = official_pdf(official_for(actor, text.case, text.sha256), code, text.sha256)
    if official is not None:
        return official
    try:
        made = concept_for(actor, code, text.sha256)
    except NotFound:
        return None
    return TextPdf(_("Deze tekst als PDF (concept)"), "", _url(code, text.sha256)) if made else None


def official_pdf(found: HandedIn | None, code: str, sha256: str) -> TextPdf | None:
    """The document of what was handed in at a location, by the hash of its text."""
    if found is None:
        return None
    if found.pdf is not None:
        received, waiting = _("Ingediend en ontvangen"), _("Ingediend, nog niet ontvangen")
        about = received if found.is_received else waiting
        return TextPdf(_("Download het profiel (PDF)"), about, _url(code, sha256))
    if found.is_received:
        return None
    return TextPdf(_("De PDF wordt gemaakt"), _("Ingediend. Laad deze bladzijde straks opnieuw."), "")


def pdf_file(actor: Actor, text: FrozenText) -> PdfFile:
    """The document itself, under a name that says whether it is a concept. Raises `NotFound`."""
    code, mark = text.case.location.code, text.sha256[:8]
    found = official_for(actor, text.case, text.sha256)
    if found is not None and found.pdf is not None:
        return PdfFile(f"profiel-{code}-{mark}.pdf", artefact_bytes(found.pdf))
    made = concept_for(actor, code, text.sha256)
    if made is None:
        raise NotFound(text.sha256)
    return PdfFile(f"concept-{code}-{mark}.pdf", artefact_bytes(made.pdf))


def _url(code: str, sha256: str) -> str:
    return reverse("concept_pdf", args=[code, sha256])
