"""Models of accounts."""

from levend.accounts.models.invitation import Invitation
from levend.accounts.models.membership import Membership
from levend.accounts.models.user import User

__all__ = ["Invitation", "Membership", "User"]
