"""Changes to accounts."""

from levend.accounts.services.accept import accept_invitation
from levend.accounts.services.invite import invite, withdraw_invitation
from levend.accounts.services.leave import end_membership

__all__ = ["accept_invitation", "end_membership", "invite", "withdraw_invitation"]
