"""The words around a school's answers, in the language that is active."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.documents.values import Words
from levend.organisations.enums import SchoolType
from levend.publication.values import Phrases


def phrases() -> Phrases:
    """Between answers."""
    return Phrases(
        not_answered=_("Niet ingevuld."),
        item=_("Onderdeel"),
        fact=_("Gegeven"),
        answer=_("Antwoord"),
        withheld=_("Niet getoond: het gaat om weinig kinderen."),
        support=_("Ondersteuning"),
        level=_("Niveau"),
        by=_("Wie"),
        state=_("Stand"),
        room=_("Plek voor"),
    )


def document_words() -> Words:
    """Of the document itself."""
    return Words(
        contents=_("Inhoud"),
        page=_("pagina"),
        of=_("van"),
        item=_("Onderdeel"),
        value=_("Gegeven"),
        yes=_("Ja"),
        no=_("Nee"),
        mark=_("Concept"),
        mark_note=_("Dit is een concept. Deze tekst is nog niet vastgesteld en ingediend."),
    )


def duty_title() -> str:
    return _("U mag uw kind altijd aanmelden")


def duty() -> str:
    """Zorgplicht (WPO 40 lid 4, WEC 40 lid 5, WVO 2020 8.9). Stands on every page and document; nobody can remove it."""
    return _(
        "Een school mag uw kind niet weigeren omdat de hulp niet in dit profiel staat. Wij kijken eerst wat wij zelf "
        "kunnen doen. Lukt dat niet, dan zoeken wij samen met u een school die wel past. Dat heet zorgplicht."
    )


def long_date(day: date) -> str:
    """27 januari 2026."""
    return date_format(day, "j F Y")


def short_hash(sha256: str) -> str:
    """The first eight digits, as people compare them: 9f2c 41ab."""
    return f"{sha256[:4]} {sha256[4:8]}"


def with_type_in_words(location: Mapping[str, object]) -> dict[str, object]:
    """Register facts with the kind of school as a word; a frozen text holds its code."""
    code = str(location.get("school_type") or "").lower()
    if code not in SchoolType.values:
        return dict(location)
    return {**location, "school_type": str(SchoolType(code).label)}
