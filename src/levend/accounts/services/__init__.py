"""Changes to accounts."""

from levend.accounts.services.accept import accept_invitation
from levend.accounts.services.invite import invite, withdraw_invitation
from levend.accounts.services.invite_list import invite_list
from levend.accounts.services.leave import end_membership
from levend.accounts.services.letters import send_letter_again
from levend.accounts.services.mail import choose_by_link, choose_mail, remind, send_weekly

__all__ = [
    "accept_invitation",
    "choose_by_link",
    "choose_mail",
    "end_membership",
    "invite",
    "invite_list",
    "remind",
    "send_letter_again",
    "send_weekly",
    "withdraw_invitation",
]
