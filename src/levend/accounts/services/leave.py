"""End a membership."""

from django.db import transaction

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.models import Membership
from levend.accounts.queries.reach import place_of, roles_reaching
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound
from levend.jobs.events import emit


@transaction.atomic
def end_membership(*, actor: Actor, membership_id: int) -> Membership:
    """End a role at a place, now. The next request of that person no longer has it."""
    membership = Membership.objects.select_for_update(of=("self",)).filter(pk=membership_id).first()
    if membership is None:
        raise NotFound
    if not rules.can_end(actor, membership, as_roles=roles_reaching(actor, place_of(membership))):
        raise NotFound
    if membership.ended_at is None:
        membership.ended_at = clock.now()
        membership.ended_by_id = actor.user_id
        membership.save(update_fields=["ended_at", "ended_by"])
        record(
            actor=actor,
            event="membership_ended",
            subject=f"membership:{membership.pk}",
            data={"user": membership.user_id, "role": membership.role},
        )
        if membership.location_id is not None:
            emit("membership_ended", user_id=membership.user_id, location_id=membership.location_id)
    return membership
