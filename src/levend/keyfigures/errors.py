"""What can be wrong with a file of figures and with one row of it."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class FigureFault(StrEnum):
    NO_COUNT = "no_count"
    NO_DAY = "no_day"
    HIDDEN_PART = "hidden_part"
    TWICE = "twice"


class RefusedFigure(ValueError):
    """One count that cannot be taken, with a sentence for who reads the list."""

    def __init__(self, fault: FigureFault, value: str = "") -> None:
        super().__init__(fault, value)
        self.fault = fault
        self.value = value[:40]

    @property
    def reason(self) -> str:
        """In the language of who reads it now."""
        return str(_SENTENCES[self.fault]) % {"value": self.value}

    def __str__(self) -> str:
        return self.reason


_SENTENCES: Mapping[FigureFault, Promise] = {
    FigureFault.NO_COUNT: _("“%(value)s” is geen aantal leerlingen."),
    FigureFault.NO_DAY: _("“%(value)s” is geen teldatum."),
    FigureFault.HIDDEN_PART: _(
        "Van %(value)s is een deel verborgen (minder dan 5), dus het hele aantal is niet bekend."
    ),
    FigureFault.TWICE: _(
        "%(value)s staat ook op een eerdere regel, met een ander aantal. De eerste regel telt."
    ),
}
