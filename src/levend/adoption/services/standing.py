"""The advice and the adoption that a case rests on now."""

from django.utils.translation import gettext as _

from levend.adoption.models import Adoption, AdoptionCase, Advice
from levend.core.errors import NotNow


def standing_advice(case: AdoptionCase) -> Advice:
    """The council's advice that holds for this case. Raises `NotNow` where there is none."""
    if case.advice is None:
        raise NotNow(_("Er is nog geen advies gegeven. Vraag eerst advies."))
    return case.advice


def standing_adoption(case: AdoptionCase) -> Adoption:
    """The board's decision that this case rests on. Raises `NotNow` where there is none."""
    if case.adoption is None:
        raise NotNow(_("Het bestuur heeft nog niet vastgesteld."))
    return case.adoption
