"""From a file that was handed in to what it proposes, or to a sentence why it cannot be taken."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from levend.documents.reading.facts import Trouble
from levend.documents.reading.read import read_pdf
from levend.formats.engine.paper_mark import PaperMark
from levend.formats.queries.numbered import definition_numbered
from levend.profiles.engine.proposals import Form
from levend.profiles.queries.writing import Draft
from levend.publication.engine.form_back import FormBack, Kind, form_back
from levend.publication.engine.read_back import TEXT


@dataclass(frozen=True)
class Refused:
    """`why` says what the file is, and what to do."""

    why: str


@dataclass(frozen=True)
class Taken:
    """A form of this profile's format; `notices` are what a reader must know before taking anything over."""

    form: Form
    mark: PaperMark
    notices: tuple[str, ...]


def read_form(draft: Draft, pdf: bytes) -> Taken | Refused:
    """Read a file of anybody's, in a process of its own that may not use much."""
    facts = read_pdf(pdf, attachments=[TEXT], words=True)
    back = form_back(facts)
    if back.kind is not Kind.FORM or back.mark is None or back.fields is None:
        return Refused(_no_form(back, facts.trouble))
    mark = back.mark
    if mark.location and mark.location != draft.code:
        return Refused(
            _(
                "Dit formulier is van een andere school: vestiging %(theirs)s. U bent bij %(ours)s. Lever het in bij die "
                "school, of haal hier een nieuw formulier op."
            )
            % {"theirs": mark.location, "ours": draft.code}
        )
    if mark.format != draft.definition.key:
        return Refused(
            _(
                "Dit formulier hoort bij een andere vragenlijst (%(theirs)s) dan dit profiel (%(ours)s). Haal hier een "
                "nieuw formulier op."
            )
            % {"theirs": mark.format, "ours": draft.definition.key}
        )
    definition = draft.definition
    if mark.version != definition.version:
        definition = definition_numbered(mark.format, mark.version) or definition
    return Taken(Form(definition, back.fields, back.base), mark, tuple(_notices(draft, back, mark)))


def _notices(draft: Draft, back: FormBack, mark: PaperMark) -> list[str]:
    notices = []
    if mark.version != draft.definition.version:
        notices.append(
            _(
                "Dit formulier is gemaakt met versie %(theirs)d van de vragenlijst. Dit profiel gebruikt versie "
                "%(ours)d. Wat bij dezelfde vraag past, kunt u overnemen."
            )
            % {"theirs": mark.version, "ours": draft.definition.version}
        )
    if not mark.location:
        notices.append(_("In dit formulier staat geen school. Kijk of het van uw school is."))
    if back.base is None:
        notices.append(
            _(
                "Wij weten niet meer wat er in dit formulier stond toen het werd gemaakt. Daarom is alleen aangevinkt wat "
                "in Levend nog leeg is."
            )
        )
    return notices


def _no_form(back: FormBack, trouble: Trouble) -> str:
    again = _("Open het formulier dat u invulde, kies Bewaren of Opslaan als PDF, en voeg dat bestand toe.")
    if back.kind is Kind.FLATTENED:
        return " ".join(
            (
                _(
                    "Dit is een formulier van Levend, maar de vakken zijn eruit: het is afgedrukt of plat opgeslagen."
                ),
                again,
            )
        )
    if back.kind is Kind.DOCUMENT:
        return _("Dit is een profiel om te lezen, geen formulier. Haal hier het formulier op en vul dat in.")
    if back.kind is Kind.UNREADABLE:
        return _trouble(trouble)
    return _(
        "Dit is geen formulier van Levend, of het is geprint en ingescand. Haal hier het formulier op, vul het in op de "
        "computer en voeg dat bestand toe."
    )


def _trouble(trouble: Trouble) -> str:
    match trouble:
        case Trouble.TOO_LARGE:
            return _("Dit bestand is groter dan 25 MB. Zo groot zijn onze formulieren nooit.")
        case Trouble.NO_PDF:
            return _("Dit is geen PDF. Bewaar het formulier als PDF en voeg dat bestand toe.")
        case Trouble.ENCRYPTED:
            return _("Dit bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.")
        case Trouble.TOO_MUCH_WORK:
            return _("Het lezen van dit bestand kost zo veel moeite dat wij ermee zijn gestopt.")
        case _:
            return _("Dit bestand is beschadigd. Bewaar het formulier opnieuw en voeg dat bestand toe.")
