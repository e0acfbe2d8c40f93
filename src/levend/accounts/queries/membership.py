"""Whether somebody belongs to a school."""

from levend.accounts.models import Membership


def works_at(user_id: int, location_id: int) -> bool:
    """Whether this person holds a role at the location itself now (one query)."""
    return Membership.objects.filter(user_id=user_id, location_id=location_id, ended_at=None).exists()
