"""A verdict in words: what it is, what it means, what to do."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.documents.reading.facts import Trouble
from levend.publication.engine.verify import Integrity, Standing, Status, Verdict


@dataclass(frozen=True)
class Outcome:
    """`kind` is that of the notice; `school_code` leads to the school's page, empty where there is none."""

    kind: str
    title: str
    meaning: tuple[str, ...]
    advice: str
    sha256: str
    school_code: str = ""
    school_name: str = ""


def outcome_of(verdict: Verdict) -> Outcome:
    """The words for a verdict, in the active language."""
    if verdict.standing is not None:
        return _published(verdict.standing, verdict.sha256)
    if verdict.held_personal_data:
        return _erased(verdict.sha256)
    if verdict.status is Status.CONCEPT:
        return _concept(verdict.sha256)
    if verdict.integrity is Integrity.ALTERED:
        return _altered(verdict.sha256)
    if verdict.trouble is not Trouble.NONE:
        return _unreadable(verdict.trouble, verdict.sha256)
    return _unknown(verdict.sha256)


def _published(standing: Standing, sha256: str) -> Outcome:
    kind, title, meaning, advice = {
        Status.IN_FORCE: _in_force,
        Status.SUPERSEDED: _superseded,
        Status.WITHDRAWN: _withdrawn,
    }.get(standing.status, _not_begun)(standing)
    return Outcome(kind, title, meaning, advice, sha256, standing.location_code, standing.location_name)


Words = tuple[str, str, tuple[str, ...], str]


def _in_force(standing: Standing) -> Words:
    return (
        "ok",
        _("Dit document is echt en geldt nu"),
        (
            _("Het is het schoolondersteuningsprofiel van %(school)s.") % {"school": standing.location_name},
            _("Er is niets aan veranderd sinds het bekend is gemaakt. Het geldt tot en met %(day)s.")
            % {"day": _day(standing.valid_until)},
        ),
        _("U kunt op dit document vertrouwen."),
    )


def _superseded(standing: Standing) -> Words:
    return (
        "grow",
        _("Dit document is echt, maar geldt niet meer"),
        (
            _("Het is een eerdere versie van het schoolondersteuningsprofiel van %(school)s.")
            % {"school": standing.location_name},
            _("Er is niets aan veranderd sinds het bekend is gemaakt. Het gold vanaf %(day)s.")
            % {"day": _day(standing.valid_from)},
        ),
        _("Lees op de bladzijde van de school wat nu geldt."),
    )


def _withdrawn(standing: Standing) -> Words:
    return (
        "late",
        _("Dit document is ingetrokken"),
        (
            _("Het was een schoolondersteuningsprofiel van %(school)s.") % {"school": standing.location_name},
            _("Het geldt niet meer, ook al is er niets aan veranderd."),
        ),
        _("Lees op de bladzijde van de school wat nu geldt, of bel de school."),
    )


def _not_begun(standing: Standing) -> Words:
    return (
        "info",
        _("Dit document is echt en gaat later gelden"),
        (
            _("Het is het schoolondersteuningsprofiel van %(school)s.") % {"school": standing.location_name},
            _("Er is niets aan veranderd. Het geldt vanaf %(day)s.") % {"day": _day(standing.valid_from)},
        ),
        _("Lees op de bladzijde van de school wat nu geldt."),
    )


def _concept(sha256: str) -> Outcome:
    return Outcome(
        "info",
        _("Dit is een concept"),
        (
            _("Het komt uit dit systeem en er is niets aan veranderd."),
            _("De tekst is nog niet vastgesteld en ingediend. Er kan nog van alles veranderen."),
        ),
        _("Vraag de school naar het vastgestelde profiel, of zoek de school op."),
        sha256,
    )


def _erased(sha256: str) -> Outcome:
    return Outcome(
        "late",
        _("Dit document is ingetrokken vanwege persoonsgegevens"),
        (
            _("Het kwam van ons, maar er stonden persoonsgegevens in die er niet horen. Die zijn gewist."),
            _("Er is een nieuw document gemaakt, zonder die gegevens."),
        ),
        _("Gooi dit bestand weg en geef het niet door. Zoek de school op voor het nieuwe document."),
        sha256,
    )


def _altered(sha256: str) -> Outcome:
    return Outcome(
        "late",
        _("Dit document is gewijzigd"),
        (
            _("Het begon als een document van ons, maar het is niet meer zoals wij het maakten."),
            _(
                "Dat hoeft geen opzet te zijn: ook een programma dat het document opnieuw bewaart, kleiner maakt of er "
                "een opmerking in zet, verandert het."
            ),
        ),
        _("Vertrouw niet op dit bestand. Haal het document opnieuw op bij de school."),
        sha256,
    )


def _unreadable(trouble: Trouble, sha256: str) -> Outcome:
    why = {
        Trouble.TOO_LARGE: _("Het bestand is groter dan 25 MB."),
        Trouble.NO_PDF: _("Het is geen PDF."),
        Trouble.ENCRYPTED: _("Het is met een wachtwoord beveiligd. Dat zijn onze documenten nooit."),
        Trouble.TOO_MUCH_WORK: _("Het lezen kost zo veel moeite dat wij ermee zijn gestopt."),
    }.get(trouble, _("Het bestand is beschadigd."))
    return Outcome(
        "grow",
        _("Wij kunnen dit bestand niet lezen"),
        (why, _("Wij kunnen dus niet zeggen of het echt is.")),
        _("Haal het document opnieuw op bij de school en controleer dat."),
        sha256,
    )


def _unknown(sha256: str) -> Outcome:
    return Outcome(
        "grow",
        _("Wij kennen dit document niet"),
        (
            _("Wij vinden er geen zegel van ons in, of wij hebben het niet bekend gemaakt."),
            _(
                "Dat zegt niet dat het vals is. Het kan van een ander samenwerkingsverband komen, geprint en weer "
                "ingescand zijn, of nog niet openbaar zijn."
            ),
        ),
        _("Vraag de school om het document, of zoek de school op."),
        sha256,
    )


def _day(day: date) -> str:
    return date_format(day, "j F Y")
