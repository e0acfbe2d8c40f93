"""What may be done with letters in the outbox."""

from django.db import transaction

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.queries.letters import letters_for
from levend.audit.services import record
from levend.core.errors import NotFound
from levend.notifications.services import send_again


@transaction.atomic
def send_letter_again(*, actor: Actor, letter_id: int) -> None:
    """Send a letter that failed once more; a second click changes nothing.

    Raises `NotFound` for a letter that this actor does not see, `NotNow` for one that cannot go again.
    """
    rules.can_follow_mail(actor).require()
    if not letters_for(actor).filter(pk=letter_id).exists():
        raise NotFound(str(letter_id))
    if send_again(message_pk=letter_id):
        record(actor=actor, event="letter_sent_again", subject=f"letter:{letter_id}")
