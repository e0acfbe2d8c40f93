"""Numbers of pupils as a kind of file that can be imported, on the page and on the command line."""

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.services.registers import ImportKind, ImportScope, Prepared, register_kind
from levend.accounts.services.registers.prepared import mine
from levend.keyfigures.services.import_pupils import plan_pupils, write_plan
from levend.keyfigures.values import Counted, FigurePlan
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
    """The same by location. One with a figure that is another one now is changed, with each such figure; one with only
    new figures is new, with how many there are and the newest: a country has thirty years of them."""
    added: dict[str, list[Counted]] = {}
    for counted in plan.new:
        added.setdefault(counted.code, []).append(counted)
    altered: dict[str, list[FieldChange]] = {}
    for before, now in plan.changed:
        change = FieldChange(now.reference_date.isoformat(), _shown(before), _shown(now.value))
        altered.setdefault(now.code, []).append(change)
    strangers, others = set(plan.unmatched), set(elsewhere)
    return ImportPlan(
        new=tuple(
            PlannedRow(code, names[code], _news(added[code]))
            for code in sorted(added.keys() - altered.keys())
        ),
        changed=tuple(
            PlannedRow(code, names[code], (*changes, *_news(added.get(code, []))))
            for code, changes in sorted(altered.items())
        ),
        unmatched=tuple(PlannedRow(code, "") for code in sorted(strangers - others)),
        refused=tuple(RefusedLine(each.line, each.reason) for each in plan.refused),
        unchanged=plan.unchanged,
        not_yours=len(strangers & others),
    )


def _news(added: Sequence[Counted]) -> tuple[FieldChange, ...]:
    if not added:
        return ()
    newest = max(added, key=attrgetter("reference_date"))
    return (
        FieldChange("figures", "", str(len(added))),
        FieldChange(newest.reference_date.isoformat(), "", _shown(newest.value)),
    )


def _shown(value: int | None) -> str:
    return HIDDEN if value is None else str(value)
