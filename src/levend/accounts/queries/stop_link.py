"""The link in a reminder by which its reader switches reminders off, without logging in (RFC 8058).

It is signed, works as long as the account, and does nothing else: it gives no access and tells no name.
"""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.models import User
from levend.core.errors import NotFound

_SIGNER = "levend.accounts.stop-reminders"


def stop_url(user_id: int) -> str:
    """The whole address."""
    token = Signer(salt=_SIGNER).sign(str(user_id))
    return settings.LEVEND_BASE_URL + reverse("stop_letters", args=[token])


def user_id_of(token: str) -> int:
    """Whose link it is. Raises NotFound for a link that is not ours, or of an account that is no longer there."""
    try:
        user_id = int(Signer(salt=_SIGNER).unsign(token))
    except (BadSignature, ValueError):
        raise NotFound(token) from None
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise NotFound(token)
    return user_id


def choices_of(user_id: int) -> dict[str, str]:
    """Language and reminders of an account. Raises NotFound."""
    found = User.objects.filter(pk=user_id).values("language", "reminders").first()
    if found is None:
        raise NotFound(str(user_id))
    return {"language": found["language"], "reminders": found["reminders"]}


def own_choices(actor: Actor) -> dict[str, str]:
    """The same of the actor."""
    return choices_of(actor.user_id or 0)
