"""What may be done with a letter."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from levend.core.decision import Decision
from levend.notifications.enums import MailState
from levend.notifications.letters import ERASED, KINDS
from levend.notifications.models import OutboxMessage


def can_send_again(message: OutboxMessage) -> Decision:
    """A letter that failed, to an address that is one, whose links were not forgotten."""
    if message.state != MailState.FAILED:
        return Decision.not_now(_("Deze brief is niet mislukt, dus er is niets opnieuw te sturen."))
    try:
        validate_email(message.to)
    except ValidationError:
        return Decision.not_now(_("Dit is geen e-mailadres. Wijzig het adres bij de persoon zelf."))
    if any(message.context.get(key) == ERASED for key in KINDS[message.template].secrets):
        return Decision.not_now(
            _(
                "De persoonlijke link uit deze brief is gewist. Nodig opnieuw uit, of vraag een nieuwe link aan."
            )
        )
    return Decision.yes()
