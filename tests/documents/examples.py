"""A document with every kind of block, about nothing in particular."""

from dataclasses import replace
from datetime import date

from levend.documents.values import (
    Answer,
    Block,
    Bullets,
    Callout,
    Checklist,
    ChecklistItem,
    Document,
    Heading,
    KeyValues,
    Mark,
    PageBreak,
    Prose,
    Run,
    Table,
    Tone,
    Words,
)

WORDS = Words(
    contents="Inhoud",
    page="pagina",
    of="van",
    item="Onderdeel",
    value="Gegeven",
    yes="Ja",
    no="Nee",
    mark="Concept",
    mark_note="Nog niet vastgesteld.",
)
BLOCKS: tuple[Block, ...] = (
    Callout("Let op", (Prose.of("Dit geldt altijd."), Bullets(((Run("ook dit"),),))), Tone.STRONG),
    Heading(1, "1", "Gegevens"),
    KeyValues("De vereniging", (("Naam", "De Eendracht"), ("Adres", "Dorpsstraat 1"))),
    Heading(2, "1.1", "Aanbod"),
    Prose(
        (
            Run("Zie "),
            Run("onze pagina", url="https://eendracht.example/aanbod"),
            Run(" voor "),
            Run("alles", strong=True),
        )
    ),
    Answer(
        "1",
        "Wat doet u?",
        (Prose.of("Wij zingen."), Checklist("", (ChecklistItem(True, "Koor", "elke week"),))),
    ),
    Checklist("Aanwezig", (ChecklistItem(True, "Piano"), ChecklistItem(False, "Orgel"))),
    Table("Plannen", ("Wat", "Wanneer"), (("Concert", "mei 2027"), ("Reis",))),
    Bullets(((Run("een"),), (Run("twee"),))),
    PageBreak(),
    Heading(4, "", "Slot"),
    Callout("", (Prose.of("Tot ziens."),)),
)
DOCUMENT = Document(
    title="Jaarbericht",
    subtitle="2026",
    organisation="De Eendracht",
    place="Waaldrecht",
    publisher="Bond van Koren",
    language="nl",
    date=date(2026, 11, 22),
    words=WORDS,
    blocks=BLOCKS,
    meta=(("Vastgesteld op", "1 november 2026"),),
    cover_note="Iedereen is welkom.",
)
CONCEPT = replace(DOCUMENT, mark=Mark.CONCEPT)
