"""Which dates and words a plan may hold."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.organisations.values import SchoolYear
from levend.regimes.engine.loading import regimes
from levend.rounds.engine.dates import takes_effect_on
from levend.rounds.enums import MilestoneKind
from levend.rounds.values import RoundPlan

EARLIEST, LATEST = date(2014, 8, 1), date(2100, 12, 31)
"""No support profile is older than the law on fitting education; the rest is a slip of the keyboard."""


def plan_faults(plan: RoundPlan, *, is_open: bool = False) -> dict[str, str]:
    """What is wrong, by field; a milestone stands under `day_` and its kind. Nothing when all is well.

    A round that opened later than planned may have milestones before its first day.
    """
    faults: dict[str, str] = {}
    if not plan.name:
        faults["name"] = _("Geef de ronde een naam.")
    try:
        SchoolYear.parse(plan.school_year)
    except ValueError:
        faults["school_year"] = _("Schrijf het schooljaar als 2026-2027.")
    if plan.regime and plan.regime not in regimes():
        faults["regime"] = _("Kies een van de regimes in de lijst.")
    elif plan.regime and "school_year" not in faults:
        law = regimes()[plan.regime]
        if not law.may_hold_on(takes_effect_on(plan.deadline, SchoolYear.parse(plan.school_year))):
            faults["regime"] = _("Dit regime geldt pas vanaf %(day)s.") % {
                "day": date_format(law.effective_from, "j F Y")
            }
    faults |= {
        name: _("Kies een dag tussen 1 augustus 2014 en 31 december 2100.")
        for name, day in _days(plan)
        if not EARLIEST <= day <= LATEST
    }
    if plan.opens_on > plan.deadline:
        faults.setdefault("deadline", _("De uiterste inleverdatum ligt voor de dag waarop de ronde opent."))
    if plan.reference_date > plan.deadline:
        faults.setdefault("reference_date", _("De teldatum ligt na de uiterste inleverdatum."))
    for field, fault in _milestone_faults(plan, is_open=is_open):
        faults.setdefault(field, fault)
    return faults


def _days(plan: RoundPlan) -> Iterable[tuple[str, date]]:
    yield "reference_date", plan.reference_date
    yield "opens_on", plan.opens_on
    yield "deadline", plan.deadline
    yield from ((f"day_{kind.value}", day) for kind, day in plan.milestones.items())


def _milestone_faults(plan: RoundPlan, *, is_open: bool) -> Iterable[tuple[str, str]]:
    """Milestones lie between opening and deadline, in the order of the procedure."""
    given = [(kind, plan.milestones[kind]) for kind in MilestoneKind if kind in plan.milestones]
    for kind, day in given:
        if day < plan.opens_on and not is_open:
            yield f"day_{kind.value}", _("Deze dag ligt voor de dag waarop de ronde opent.")
        elif day > plan.deadline:
            yield f"day_{kind.value}", _("Deze dag ligt na de uiterste inleverdatum.")
    for (before, earlier), (kind, day) in pairwise(given):
        if day < earlier:
            yield (
                f"day_{kind.value}",
                _("Deze dag ligt voor die van de stap ervoor (%(step)s).") % {"step": before.label},
            )
