"""Numbers of pupils as a kind of file that can be imported, on the page and on the command line."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from operator import itemgetter

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.services.registers import ImportKind, ImportScope, Prepared, register_kind
from levend.accounts.services.registers.prepared import mine
from levend.keyfigures.services.import_pupils import plan_pupils, write_plan
from levend.keyfigures.values import FigurePlan
from levend.organisations.engine.registers.plan import FieldChange, ImportPlan, PlannedRow, RefusedLine
from levend.organisations.models import Location

HIDDEN = "<5"


def register_pupils() -> None:
    """Once more changes nothing."""
    register_kind(
        ImportKind(
            "pupils",
            _("Aantallen leerlingen"),
            _(
                "Leerlingen per vestiging: het historisch overzicht, het bestand per jaar of dat per leeftijd."
            ),
            prepare_pupils,
        )
    )


def prepare_pupils(actor: Actor, data: bytes, scope: ImportScope) -> Prepared:
    """Read a file and say what it would do: for the operator everywhere, for a coordinator at its own locations."""
    allowed = mine(actor, scope)
    locations = Location.objects.order_by("code")
    if scope.consortium_id is not None:
        locations = locations.filter(pk__in=allowed.members)
    names = dict(locations.values_list("code", "name"))
    plan = plan_pupils(data, codes=names.keys())
    elsewhere = set(Location.objects.order_by().values_list("code", flat=True)) - names.keys()
    return Prepared(as_import_plan(plan, names, elsewhere), partial(write_plan, plan))


def as_import_plan(plan: FigurePlan, names: dict[str, str], elsewhere: Iterable[str] = ()) -> ImportPlan:
    """The same by location: one with a figure that is another one now is changed, one with only new figures is new."""
    before = [(change.now, change.before, True) for change in plan.changed]
    cells = [*before, *((counted, None, False) for counted in plan.new)]
    new: list[PlannedRow] = []
    changed: list[PlannedRow] = []
    by_code = sorted(cells, key=lambda cell: (cell[0].code, cell[0].reference_date))
    for code, group in groupby(by_code, key=lambda cell: cell[0].code):
        found = list(group)
        changes = tuple(
            FieldChange(now.reference_date.isoformat(), _shown(before) if known else "", _shown(now.value))
            for now, before, known in found
        )
        is_changed = any(map(itemgetter(2), found))
        (changed if is_changed else new).append(PlannedRow(code, names[code], changes))
    strangers = set(plan.unmatched)
    return ImportPlan(
        new=tuple(new),
        changed=tuple(changed),
        unmatched=tuple(PlannedRow(code, "") for code in sorted(strangers - set(elsewhere))),
        refused=tuple(RefusedLine(each.line, each.reason) for each in plan.refused),
        unchanged=plan.unchanged,
        not_yours=len(strangers & set(elsewhere)),
    )


def _shown(value: int | None) -> str:
    return HIDDEN if value is None else str(value)
