"""Letters that a passage may stand in."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from levend.audit.queries.texts import TextPlace
from levend.notifications.models import OutboxMessage


def text_places(mentions: Iterable[str]) -> tuple[TextPlace, ...]:
    """Letters whose context speaks of one of these, such as the address of a school's pages ("/12AB00/")."""
    wanted = tuple(mentions)
    ids = [
        pk
        for pk, context in OutboxMessage.objects.order_by("id").values_list("pk", "context").iterator()
        if any(mention in str(value) for value in context.values() for mention in wanted)
    ]
    return (TextPlace(_("brief"), OutboxMessage.objects.filter(pk__in=ids), ("context", "error")),)
