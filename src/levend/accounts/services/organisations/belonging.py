"""Which consortium a location belongs to, and from when to when."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.consortia import locked_consortium
from levend.accounts.services.organisations.storing import day_of, refused
from levend.audit.services import record
from levend.core.errors import NotFound
from levend.organisations.models import ConsortiumMembership, Location


@transaction.atomic
def place_in_consortium(
    *, actor: Actor, location_id: int, consortium_id: int, valid_from: date
) -> ConsortiumMembership:
    """Let an existing location belong to a consortium from a day on; a school may belong to several.

    Only the operator: the coordinator of that consortium may then see its state and invite its director.
    Raises `Invalid` where it belonged to the same consortium on that day or later.
    """
    rules.can_manage(actor).require()
    location = Location.objects.select_for_update().filter(pk=location_id).first()
    if location is None:
        raise NotFound(str(location_id))
    return put_in(actor, location, consortium_id, valid_from)


@transaction.atomic
def leave_consortium(*, actor: Actor, membership_id: int, last_day: date) -> ConsortiumMembership:
    """End a location's place in a consortium after its last day. Ended once, it stays ended on that day."""
    membership = ConsortiumMembership.objects.select_for_update(of=("self",)).filter(pk=membership_id).first()
    if membership is None:
        raise NotFound(str(membership_id))
    rules.can_take_out(actor, membership.consortium_id).require()
    if membership.valid_until == last_day:
        return membership
    if membership.valid_until is not None:
        raise refused(
            last_day=_("De laatste dag is al vastgelegd: %(day)s.") % {"day": _day(membership.valid_until)}
        )
    if day_of(last_day, "last_day") < membership.valid_from:
        raise refused(
            last_day=_("Kies een dag op of na het begin: %(day)s.") % {"day": _day(membership.valid_from)}
        )
    membership.valid_until = last_day
    membership.save(update_fields=["valid_until"])
    record(
        actor=actor,
        event="location_left_consortium",
        subject=f"location:{membership.location_id}",
        data={"consortium": membership.consortium_id, "last_day": last_day.isoformat()},
    )
    return membership


def put_in(actor: Actor, location: Location, consortium_id: int, valid_from: date) -> ConsortiumMembership:
    """As `place_in_consortium`, for who may do so already."""
    consortium = locked_consortium(consortium_id)
    day_of(valid_from)
    overlapping = (
        ConsortiumMembership.objects.filter(location=location, consortium=consortium)
        .filter(Q(valid_until=None) | Q(valid_until__gte=valid_from))
        .order_by("valid_from")
        .first()
    )
    if overlapping is not None:
        if overlapping.valid_from == valid_from and overlapping.valid_until is None:
            return overlapping
        raise refused(
            valid_from=_("Deze vestiging hoort vanaf %(day)s al bij dit samenwerkingsverband.")
            % {"day": _day(overlapping.valid_from)}
        )
    membership = ConsortiumMembership.objects.create(
        location=location, consortium=consortium, valid_from=valid_from
    )
    record(
        actor=actor,
        event="location_joined_consortium",
        subject=f"location:{location.pk}",
        data={"consortium": consortium.pk, "valid_from": valid_from.isoformat()},
    )
    return membership


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")
