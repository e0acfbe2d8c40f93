"""Read the filled forms that a consortium brought, some at a time; each file says which school and which questions."""

from dataclasses import replace

from django.utils.translation import gettext as _

from levend.core.plaintext import clean
from levend.documents.reading.facts import Trouble
from levend.documents.reading.folder import FolderFile, read_folder
from levend.documents.reading.read import read_pdf
from levend.formats.engine.paper_mark import PaperMark
from levend.formats.queries import definition_of
from levend.formats.queries.numbered import version_numbered
from levend.organisations.models import Location
from levend.profiles.engine.brought import Why
from levend.profiles.engine.brought_forms import BroughtForm, answers_on
from levend.profiles.queries.brought_files import own_locations
from levend.profiles.services.bring import has_format
from levend.profiles.services.bring_forms import keep_forms, waiting_folder
from levend.publication.engine.form_back import FormBack, Kind, form_back
from levend.publication.engine.read_back import TEXT

_TROUBLES = {
    Trouble.NO_PDF: Why.NO_PDF,
    Trouble.TOO_LARGE: Why.TOO_LARGE,
    Trouble.ENCRYPTED: Why.ENCRYPTED,
    Trouble.TOO_MUCH_WORK: Why.TOO_MUCH_WORK,
}
_KINDS = {Kind.FLATTENED: Why.FLATTENED, Kind.DOCUMENT: Why.DOCUMENT}


def read_brought(*, brought_id: int) -> None:
    """Read the next files of a folder and keep what they say. Whoever dies here begins this handful again."""
    waiting = waiting_folder(brought_id)
    if waiting is None:
        return
    if waiting.data is None:
        gone = _("De bestanden zijn er niet meer. Lever ze opnieuw in.")
        keep_forms(brought_id=brought_id, forms=(), is_last=True, notes={}, trouble=gone)
        return
    part = read_folder(waiting.data, start=waiting.start)
    keep_forms(
        brought_id=brought_id,
        forms=[_read(waiting.consortium_id, file) for file in part.files],
        is_last=not part.next,
        notes={"ignored": part.ignored, "unread": part.unread},
        trouble=_trouble(part.trouble),
    )


def _read(consortium_id: int, file: FolderFile) -> BroughtForm:
    """One file, with the answers of a school of this consortium; of any other school nothing is kept."""
    name = " ".join(clean(file.name).split())
    if file.trouble is not Trouble.NONE:
        return BroughtForm(file.number, name, why=_TROUBLES.get(file.trouble, Why.DAMAGED))
    facts = read_pdf(file.data, attachments=[TEXT], words=True)
    back = form_back(facts)
    if back.kind is Kind.UNREADABLE:
        return BroughtForm(file.number, name, why=_TROUBLES.get(facts.trouble, Why.DAMAGED))
    if back.kind is not Kind.FORM or back.mark is None:
        return BroughtForm(file.number, name, why=_KINDS.get(back.kind, Why.FOREIGN))
    code = back.mark.location
    why = _no_school_of(consortium_id, code)
    if why is not None:
        return BroughtForm(file.number, name, code=code, why=why)
    return _answered(consortium_id, BroughtForm(file.number, name, code), back, back.mark)


def _no_school_of(consortium_id: int, code: str) -> Why | None:
    if not code:
        return Why.NO_SCHOOL
    if code in own_locations(consortium_id):
        return None
    return Why.ELSEWHERE if Location.objects.filter(code=code).exists() else Why.NOWHERE


def _answered(consortium_id: int, form: BroughtForm, back: FormBack, mark: PaperMark) -> BroughtForm:
    version_id = version_numbered(mark.format, mark.version)
    if version_id is None or not has_format(consortium_id, version_id):
        about = _("%(format)s, versie %(version)d") % {"format": mark.format, "version": mark.version}
        return replace(form, why=Why.NO_VERSION, about=about)
    answers, faults = answers_on(definition_of(version_id), back.fields or {})
    why = None if answers or faults else Why.NOTHING
    return replace(form, why=why, version_id=version_id, answers=answers, faults=faults)


def _trouble(trouble: Trouble) -> str:
    """Of the folder as a whole; empty where it was read to its end."""
    match trouble:
        case Trouble.NONE:
            return ""
        case Trouble.TOO_MUCH_WORK:
            return _("Het uitpakken van dit ZIP-bestand kost zo veel moeite dat wij ermee zijn gestopt.")
        case _:
            return _("Dit ZIP-bestand is beschadigd. Pak de map opnieuw in en lever haar nog een keer in.")
