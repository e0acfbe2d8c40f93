"""What an answer means, as fields: elements of the law, places in the short texts, and all else line by line."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.formats.engine.kinds import Element
from levend.web.forms import LongTextField

ELEMENTS: Mapping[str, Promise] = {
    Element.BASIC_SUPPORT: _("De basisondersteuning"),
    Element.EXTRA_SUPPORT: _("De extra ondersteuning"),
    Element.AMBITIONS: _("De ambities"),
    Element.EXPERTISE_PRESENT: _("De deskundigheid die er is"),
    Element.EXPERTISE_TO_DEVELOP: _("De deskundigheid die nog ontwikkeld wordt"),
    Element.TRAINING_CONSEQUENCES: _("De gevolgen voor de scholing van het personeel"),
}
_SHORT_TEXT = {
    "about": _("Over de school"),
    "short": _("In het kort"),
    "pupils": _("Voor leerlingen"),
    "basic": _("Basisondersteuning"),
    "additional": _("Aanvullende ondersteuning"),
    "extra": _("Extra ondersteuning"),
    "not-yet": _("Wat nu nog niet kan"),
    "people": _("Mensen en kennis"),
    "building": _("Gebouw en voorzieningen"),
    "ambitions": _("Wat de school wil leren"),
    "contact": _("Contact"),
}
PLACES = {
    "parents": (_("Plaats in de tekst voor ouders"), _SHORT_TEXT),
    "summary": (_("Plaats in de samenvatting van één bladzijde"), _SHORT_TEXT),
    "guide": (
        _("Plaats in het hoofdstuk voor de schoolgids"),
        {
            "basic-support": _("Basisondersteuning"),
            "extra-support": _("Extra ondersteuning"),
            "ambitions": _("Ambities"),
        },
    ),
}


def tag_fields(tags: Sequence[str]) -> dict[str, forms.Field]:
    """The fields of a question's meaning; a place that a format thought of itself can be kept."""
    return {
        "elements": forms.MultipleChoiceField(
            label=_("Wettelijk onderdeel"),
            help_text=_("Wat de wet vraagt en dit antwoord beschrijft."),
            choices=list(ELEMENTS.items()),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        ),
        **{
            kind: forms.ChoiceField(
                label=label,
                choices=[("", _("Nergens")), *places.items(), *_own(kind, places, tags)],
                required=False,
            )
            for kind, (label, places) in PLACES.items()
        },
        "other_tags": LongTextField(
            label=_("Andere betekenissen"),
            help_text=_(
                "Eén per regel, met een code uit de catalogus, zoals capacity:TAAL-DYS of expertise:R-RT."
            ),
            widget=forms.Textarea(attrs={"rows": 3}),
            required=False,
        ),
    }


def tag_values(tags: Sequence[str]) -> dict[str, object]:
    """What stands in the fields for these tags."""
    rest = list(tags)
    values: dict[str, object] = {}
    for kind in PLACES:
        first = next((tag for tag in rest if tag.startswith(f"{kind}:")), "")
        values[kind] = first.partition(":")[2]
        if first:
            rest.remove(first)
    elements = [tag for tag in rest if tag.startswith("element:") and tag.partition(":")[2] in ELEMENTS]
    values["elements"] = [tag.partition(":")[2] for tag in elements]
    values["other_tags"] = "\n".join(tag for tag in rest if tag not in elements)
    return values


def tags_of(cleaned: Mapping[str, object], before: Sequence[str]) -> list[str]:
    """The tags that the fields say; those that stay keep their order."""
    elements = cleaned.get("elements")
    said = [f"element:{each}" for each in (elements if isinstance(elements, list) else [])]
    said += [f"{kind}:{cleaned[kind]}" for kind in PLACES if cleaned.get(kind)]
    said += str(cleaned.get("other_tags", "")).split()
    kept = [tag for tag in before if tag in said]
    return [*kept, *(tag for tag in dict.fromkeys(said) if tag not in kept)]


def _own(kind: str, places: Mapping[str, Promise], tags: Sequence[str]) -> list[tuple[str, str]]:
    used = [tag.partition(":")[2] for tag in tags if tag.startswith(f"{kind}:")]
    return [(place, place) for place in used if place not in places]
