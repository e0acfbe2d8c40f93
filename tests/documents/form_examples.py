"""A small form with every kind of field, filled in and empty."""

from datetime import date

from levend.documents.engine.form_parts import (
    EMPTY_STATE,
    Asked,
    FieldOption,
    FieldTable,
    FormDocument,
    ListField,
    RadioField,
    TextField,
    TickField,
)
from levend.documents.values import Heading, Prose
from tests.documents.examples import DOCUMENT

TYPED = "Şeyma en Daniëlle zeggen: “wij zijn er” – ‘altijd’ …\n\nTweede alinea, één dag Ğ ł 😀."
LONG = "Elk kind heeft zijn eigen plek, en daar werken wij samen aan. " * 64
COLOURS = (
    FieldOption("rood", "Rood"),
    FieldOption("blauw", "Blauw, als de lucht"),
    FieldOption(EMPTY_STATE, "Geen antwoord"),
)


def form(*, is_filled: bool) -> FormDocument:
    def held(text: str) -> str:
        return text if is_filled else ""

    def asked(label: str, answer: tuple[object, ...] | FieldTable) -> Asked:
        help_text = (Prose.of("Zo precies als u kunt."),)
        return Asked(label, ("verplicht",), "Alleen als het regent.", help_text, answer, "Meer kan later.")  # type: ignore[arg-type]  # each is one of the kinds of field

    cells = (
        (TextField("koor:1:wie", "Koor, rij 1: wie", held("Ş. Ünal"), lines=2),),
        (ListField("koor:1:stem", "Koor, rij 1: stem", COLOURS, held("blauw")),),
    )
    return FormDocument(
        title="Formulier",
        subtitle="2026",
        organisation="De Eendracht",
        publisher="Bond van Koren",
        language="nl",
        date=date(2026, 11, 22),
        words=DOCUMENT.words,
        instructions_title="Zo vult u dit in",
        instructions=(Prose.of("Met een pen gaat het ook."),),
        identity=(("Code", TextField("bond:code", "Code", "12AB00", is_read_only=True)),),
        blocks=(
            Heading(1, "1", "Over het koor"),
            asked("Naam", (TextField("naam", "Naam", held("Daniëlle’s koor"), most=300),)),
            asked("Verhaal", (TextField("verhaal", "Verhaal", held(TYPED), lines=6, most=4000),)),
            asked("Lang", (TextField("lang", "Lang", held(LONG), lines=38, most=4000),)),
            asked("Kleur", (RadioField("kleur", "Kleur", COLOURS, held("rood")),)),
            asked(
                "Dagen",
                (
                    TickField("dagen:ma", "Dagen: maandag", "Maandag", is_on=is_filled),
                    TickField("dagen:di", "Dagen: dinsdag", "Dinsdag"),
                ),
            ),
            asked("Koor", FieldTable(("Wie", "Stem"), (10, 8), (cells,))),
        ),
        foot="12AB00",
    )
