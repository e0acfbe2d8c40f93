"""How to fill a form in, on its first page: plain Dutch, for who does not do this every day."""

from django.utils.translation import gettext as _

from levend.documents.values import Block, Bullets, Prose, Run


def instructions_title() -> str:
    return _("Zo vult u dit formulier in")


def instructions(*, is_filled: bool, has_location: bool) -> tuple[Block, ...]:
    """What to open it with, what not to do, and how it comes back."""
    begun = (
        _(
            "Wat wij al weten, staat er al in. Wat u niet aanraakt, blijft zoals het is. Maakt u een vak leeg, dan "
            "vervalt het antwoord."
        )
        if is_filled
        else _("Vul in wat u weet. Leeg laten mag: de rest vult u later aan in Levend.")
    )
    hand_back = _(
        "Log in bij Levend, open het profiel van uw school en kies Op papier. Voeg daar dit bestand toe. U ziet dan per "
        "vraag wat er verandert, en neemt over wat u wilt."
    )
    if not has_location:
        hand_back += " " + _(
            "In dit formulier staat geen school: u voegt het toe bij de school waar u schrijft."
        )
    return (
        Prose.of(begun),
        _list(
            (
                _("Open het bestand"),
                _(
                    "met Acrobat Reader, met Voorvertoning op een Mac, of in de browser (Edge, Chrome of Firefox)."
                ),
            ),
            (_("Vul de vakken in"), _("met het toetsenbord. Met Tab gaat u naar het volgende vak.")),
            (
                _("Past uw tekst niet in het vak?"),
                _("Typ gewoon door: het vak schuift mee en alles blijft bewaard."),
            ),
            (
                _("Een keuze terugnemen?"),
                _("Kies Geen antwoord. Een vinkje haalt u weg door er nog een keer op te klikken."),
            ),
            (
                _("Bewaar het bestand als PDF."),
                _(
                    "Druk het niet af naar PDF en scan het niet: dan verdwijnen de vakken en kunnen wij het niet "
                    "inlezen."
                ),
            ),
            (_("Lever het in."), hand_back),
        ),
        Prose.of(
            _(
                "Schrijf geen namen of andere gegevens van leerlingen op. Het profiel wordt openbaar. Wat alleen voor "
                "de school of het samenwerkingsverband is, staat erbij."
            )
        ),
    )


def _list(*items: tuple[str, str]) -> Bullets:
    return Bullets(tuple((Run(begin, strong=True), Run(f" {rest}")) for begin, rest in items))
