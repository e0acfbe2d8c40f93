"""The mandatory elements in words that a school uses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from levend.formats.engine.kinds import Element

ELEMENTS: Mapping[Element, Promise] = {
    Element.BASIC_SUPPORT: gettext_lazy("De basisondersteuning"),
    Element.EXTRA_SUPPORT: gettext_lazy("De extra ondersteuning"),
    Element.AMBITIONS: gettext_lazy("De ambities"),
    Element.EXPERTISE_PRESENT: gettext_lazy("De deskundigheid die er is"),
    Element.EXPERTISE_TO_DEVELOP: gettext_lazy("De deskundigheid die nog komt"),
    Element.TRAINING_CONSEQUENCES: gettext_lazy("Wat dat betekent voor de scholing van het team"),
}
