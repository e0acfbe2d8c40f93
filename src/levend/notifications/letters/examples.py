"""An example of every letter, for who wants to see what people get. All of it is made up."""

from collections.abc import Mapping

from levend.notifications.letters.kinds import KINDS

_EXAMPLE: Mapping[str, str | int] = {
    "inviter": "Sanne de Wit",
    "role": "directeur",
    "place": "De Linde",
    "until": "2026-12-06",
    "url": "https://levend.example/werk/00XX00/",
    "step": "advies geven",
    "school": "De Linde",
    "what": "Het advies is positief.",
    "registered_by": "Sanne de Wit",
    "meeting_date": "2026-11-20",
    "consortium": "Passend Wijs",
    "received_on": "2027-01-26",
    "on": "2027-02-01",
    "reader": "Sanne Bakker",
    "ready_by": "2026-12-03",
    "who": "Ellen Verhoef",
    "chapter": "Extra ondersteuning",
    "council": "De medezeggenschapsraad",
    "reason": "Hoofdstuk 5 klopt niet meer.\n\nDe logopedist vertrekt.",
    "explanation": "Voorwaarde 2 kan pas volgend jaar.\n\nDan komt er een specialist.",
    "round": "Ondersteuningsprofielen 2027",
    "due_on": "2027-01-31",
    "since": "2027-01-20",
    "ask_by": "2026-10-25",
    "planning": "- 9 november 2026: concept klaar\n- 21 december 2026: vastgesteld door het bestuur",
    "count": 2,
    "lines": (
        "* Herinnering: advies geven (De Linde)\n  https://levend.example/werk/00XX00/\n\n"
        "* Herinnering: advies geven (De Wilg)\n  https://levend.example/werk/00XX01/"
    ),
    "questions": "1. Klopt het dat bij „Rust in de klas” geen jaar staat?\n\n2. Wie geeft de extra hulp bij lezen?",
    "question": "Waar schrijven wij op wat de gemeente betaalt?",
    "email": "ellen@school.example",
    "places": "- De Linde (directeur)\n- De Wilg (directeur)",
    "stop_url": "https://levend.example/post/afmelden/voorbeeld/",
}


def example_of(name: str) -> dict[str, str | int]:
    """A context that fits the letter `name`. Raises KeyError for an unknown letter."""
    return {key: _EXAMPLE[key] for key in sorted(KINDS[name].fields)}
