"""The words of the burden: the five questions, and what schools met at a question."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from levend.rounds.engine.burden import OFTEN, Stumbles
from levend.rounds.engine.hints import Handling

RATINGS: Mapping[str, Promise] = {
    "clear": gettext_lazy("De vragen waren duidelijk"),
    "fitting": gettext_lazy("De vragen pasten bij onze school"),
    "former": gettext_lazy("De antwoorden van vorige keer hielpen ons"),
    "effort": gettext_lazy("Het kostte een redelijke hoeveelheid tijd"),
    "useful": gettext_lazy("Wij hebben zelf iets aan het profiel"),
}
SCALE: Mapping[int, Promise] = {
    1: gettext_lazy("helemaal niet waar"),
    2: gettext_lazy("niet zo waar"),
    3: gettext_lazy("soms wel, soms niet"),
    4: gettext_lazy("wel waar"),
    5: gettext_lazy("helemaal waar"),
}
ANSWERS: Mapping[str, Promise] = {
    "confirmed": gettext_lazy("bevestigd: klopt nog"),
    "changed": gettext_lazy("gewijzigd"),
    "new": gettext_lazy("nieuw geschreven"),
    "dropped": gettext_lazy("vervallen"),
    "unlooked": gettext_lazy("overgenomen zonder te bekijken"),
}


def met(stumbles: Stumbles) -> tuple[str, ...]:
    """What schools met at a question, as sentences with how many of how many; nothing that no school met."""
    of = {"all": stumbles.schools}
    found = (
        (stumbles.often, _("%(n)d van %(all)d scholen kwamen er meer dan %(often)d keer op terug")),
        (stumbles.left_empty, _("%(n)d van %(all)d scholen lieten dit leeg")),
        (stumbles.personal_data, _("bij %(n)d van %(all)d scholen leek iets op een persoonsgegeven")),
        (stumbles.raised, _("bij %(n)d van %(all)d scholen riep het antwoord een vraag op")),
        (stumbles.conflicts, _("bij %(n)d van %(all)d scholen schreven twee mensen tegelijk")),
        (stumbles.remarks, _("bij %(n)d van %(all)d scholen werd erover gepraat")),
    )
    return tuple(text % {"n": count, "often": OFTEN, **of} for count, text in found if count)


def handled(handling: Handling) -> str:
    """What schools did at a question, as one sentence; nothing that no school did."""
    parts = [
        words % {"n": count}
        for count, words in (
            (
                handling.confirmed,
                ngettext("%(n)d antwoord bevestigd", "%(n)d antwoorden bevestigd", handling.confirmed),
            ),
            (handling.changed, _("%(n)d gewijzigd")),
            (handling.new, _("%(n)d nieuw geschreven")),
            (handling.dropped, _("%(n)d vervallen")),
            (handling.unlooked, _("%(n)d overgenomen zonder te bekijken")),
            (handling.empty, _("%(n)d leeg gelaten")),
        )
        if count
    ]
    minutes = round(handling.minutes)
    wrote = (
        ngettext("gemiddeld %(n)d minuut schrijven", "gemiddeld %(n)d minuten schrijven", minutes)
        % {"n": minutes}
        if minutes
        else _("gemiddeld minder dan een minuut schrijven")
    )
    return _("Bij %(all)d scholen: %(did)s; %(wrote)s.") % {
        "all": handling.schools,
        "did": ", ".join(parts),
        "wrote": wrote,
    }
