"""What must hold for figures."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.catalogue.enums import Kind
from levend.catalogue.queries import is_code
from levend.keyfigures.models import KeyFigure


@invariant("key-figures")
def figures_are_of_a_known_kind() -> Iterator[Fault]:
    """The kind of a figure is a code of the catalogue."""
    kinds = KeyFigure.objects.order_by("kind").values_list("kind", flat=True).distinct()
    for kind in kinds:
        if not is_code(kind, Kind.KEY_FIGURE):
            yield Fault(f"key_figure:{kind}", _("dit kengetal staat niet in de catalogus"))
