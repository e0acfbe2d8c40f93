"""Begin a profile and its way through the chain."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.in_force import in_force
from levend.adoption.services.moving import write_step
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.organisations.models import Location
from levend.organisations.queries.places import consortia_of
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import SchoolYear
from levend.profiles.services import start_profile
from levend.regimes.queries import regime as regime_of
from levend.regimes.queries import regime_for


@transaction.atomic
def open_case(
    *,
    actor: Actor,
    location_id: int,
    version_id: int,
    consortium_id: int | None = None,
    school_year: str = "",
    requires_positive_advice: bool = False,
    reference_date: date | None = None,
    regime: str = "",
) -> AdoptionCase:
    """Begin a profile for a location, with the answers of the version in force; at most one is open at a time.

    The regime is `regime`, a key, or else the consortium's of today; it stays the case's own. Key figures are those of
    `reference_date`, or the newest. A second click returns the open case.
    Raises `NotNow` when somebody else began one, or when the location is in no consortium; `UnknownRegime`.
    """
    location = Location.objects.select_for_update(of=("self",)).filter(pk=location_id).first()
    if location is None:
        raise NotFound(str(location_id))
    reach = reach_of(location_id, clock.today())
    if not (actor.is_system or actor.has(Permission.SEE_STATE, on=reach)):
        raise NotFound(str(location_id))
    open_one = AdoptionCase.objects.filter(location=location).exclude(state=State.RECEIVED).first()
    if open_one is not None:
        if open_one.steps.filter(number=1, actor_ref=actor.ref).exists():
            return open_one
        raise NotNow(_("Voor deze school loopt al een profiel. Werk daarin verder."))
    consortia = list(consortia_of(location_id, clock.today()))
    chosen = [one for one in consortia if consortium_id in (None, one.pk)]
    if not chosen:
        raise NotNow(
            _("Deze school hoort bij geen samenwerkingsverband. Vraag het samenwerkingsverband om hulp.")
        )
    consortium = chosen[0]
    law = regime_of(regime) if regime else regime_for(consortium.pk, clock.today())
    former = in_force(location_id, clock.today())
    profile = start_profile(
        actor=actor,
        location_id=location_id,
        version_id=version_id,
        consortium_id=consortium.pk,
        school_year=school_year or str(SchoolYear.containing(clock.today())),
        carried_from=former.snapshot_id if former is not None else None,
        reference_date=reference_date,
    )
    now = clock.now()
    try:
        with transaction.atomic():
            case = AdoptionCase.objects.create(
                profile=profile,
                location=location,
                consortium=consortium,
                regime=law.key,
                requires_positive_advice=requires_positive_advice,
                state_since=now,
                opened_at=now,
            )
    except IntegrityError:
        raise NotNow(_("Voor deze school loopt al een profiel. Werk daarin verder.")) from None
    write_step(actor, case, Step.OPEN, source="", facts=None)
    return case
