"""From a logged-in user to the actor of a request."""

from levend.accounts import models
from levend.accounts.actor import Actor, ActorKind, Membership
from levend.accounts.enums import Role


def actor_for(user: models.User) -> Actor:
    """The actor of an account, with the memberships that have not ended (one query).

    Read anew at every request, so that ending a membership ends all access at once.
    """
    if not user.is_active:
        return Actor.anonymous()
    rows = models.Membership.objects.filter(user_id=user.pk, ended_at=None).order_by("id")
    return Actor(
        kind=ActorKind.USER,
        user_id=user.pk,
        name=user.name,
        email=user.email,
        memberships=tuple(Membership(Role(row.role), row.place_id) for row in rows),
    )
