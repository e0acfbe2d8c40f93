"""What allauth asks of us: nobody signs up by themselves, and mail goes through the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from levend.notifications.services import queue_mail


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: the page that follows shows who is logged in."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the letter with a new password's link; other letters of allauth are not used."""
        if template_prefix.endswith("password_reset_key"):
            queue_mail(
                to=email,
                template="password_reset",
                context={"url": context["password_reset_url"]},
                key=f"password-reset:{get_random_string(24)}",
            )
