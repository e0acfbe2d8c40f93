"""Begin a profile."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import reach_for
from levend.audit.services import record
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.errors import Invalid
from levend.formats.queries import is_offered
from levend.keyfigures.queries import newest_day
from levend.organisations.values import SchoolYear
from levend.profiles import rules
from levend.profiles.models import SupportProfile
from levend.profiles.services.carry import adopted_version, carry_answers
from levend.profiles.services.fill import figures_for, fill_figures
from levend.profiles.services.propose import begin_with_brought


@transaction.atomic
def start_profile(
    *,
    actor: Actor,
    location_id: int,
    version_id: int,
    consortium_id: int,
    school_year: str,
    carried_from: int | None = None,
    reference_date: date | None = None,
) -> SupportProfile:
    """Make a profile in a published version of a format, with the answers of the adopted version `carried_from`.

    Without one it has what was brought from elsewhere as proposals, or nothing. Which version is in force, and how many profiles a location may have open, is adoption's
    to say. Key figures of `reference_date` are filled in; without one, those of the newest day that is known. Raises `NotFound` for who may not see the
    location or for a version of another one, `NotAllowed`, or `Invalid` for a version that is not published for this consortium, a consortium that the location does
    not belong to, or a misshapen school year.
    """
    reach = reach_for(actor, location_id)
    rules.can_start(actor, reach).require()
    if consortium_id not in reach.consortium_ids:
        message = _("Deze school hoort niet bij dit samenwerkingsverband.")
        raise Invalid(message, {"consortium": message})
    if not is_offered(version_id, consortium_ids=frozenset({consortium_id}), group_ids=reach.group_ids):
        raise Invalid(_("Kies een gepubliceerd format."), {"version": _("Kies een gepubliceerd format.")})
    former = adopted_version(carried_from, location_id) if carried_from is not None else None
    profile = SupportProfile.objects.create(
        carried_from=former,
        location_id=location_id,
        consortium_id=consortium_id,
        format_version_id=version_id,
        school_year=_school_year(school_year),
        reference_date=reference_date or newest_day(location_id, clock.today()),
        created_at=clock.now(),
        created_by_id=actor.user_id,
    )
    data: dict[str, JsonValue] = {"location": location_id, "consortium": consortium_id, "version": version_id}
    figures = figures_for(profile)
    if former is not None:
        carried = carry_answers(actor, profile, former, without=figures.keys())
        data |= {"carried_from": former.sha256, "carried": carried}
    elif brought := begin_with_brought(actor, profile, figures):
        data["brought"] = brought
    if figures:
        data["filled_in"] = fill_figures(actor, profile, figures)
    record(actor=actor, event="profile_started", subject=f"profile:{profile.pk}", data=data)
    return profile


def _school_year(text: str) -> str:
    try:
        return str(SchoolYear.parse(text))
    except ValueError:
        message = _("Schrijf het schooljaar als 2026-2027.")
        raise Invalid(message, {"school_year": message}) from None
