"""Reading the outbox. Who may see which letters is for the app above, which hands over a filter."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from levend.core import clock
from levend.notifications.enums import AttemptResult, MailState, Standing
from levend.notifications.letters import compose, hidden_from_readers
from levend.notifications.letters.kinds import KINDS
from levend.notifications.models import OutboxMessage
from levend.notifications.queries.advice import advice_for
from levend.notifications.values import Attempt, OutboxEntry


def letters(*, standing: str = "") -> QuerySet[OutboxMessage]:
    """Letters, newest first; those with this standing only, where it is one."""
    rows = OutboxMessage.objects.order_by("-id")
    underway = Q(claimed_until__gt=clock.now())
    match standing:
        case Standing.QUEUED:
            return rows.filter(~underway | Q(claimed_until=None), state=MailState.QUEUED, attempts=0)
        case Standing.SENDING:
            return rows.filter(underway, state=MailState.QUEUED)
        case Standing.WAITING:
            waits = rows.filter(state=MailState.QUEUED, attempts__gt=0)
            return waits.filter(Q(claimed_until=None) | ~underway)
        case "double":
            return rows.filter(possibly_double=True)
        case _ if standing in MailState.values:
            return rows.filter(state=standing)
    return rows


def kinds_above_school() -> frozenset[str]:
    """Letters that concern more than the school itself."""
    return frozenset(name for name, kind in KINDS.items() if not kind.stays_in_school)


def outbox(*, limit: int = 100) -> tuple[OutboxEntry, ...]:
    """The latest letters as they arrive, newest first, with their links: for a demo, which has no mailbox."""
    return entries(letters()[:limit], in_full=True)


def entries(
    rows: Iterable[OutboxMessage], *, in_full: bool = False, mask: bool = False
) -> tuple[OutboxEntry, ...]:
    """What a page shows of these letters. `in_full` shows links and texts too; `mask` hides who the address is of."""
    return tuple(_entry(row, in_full=in_full, mask=mask) for row in rows)


def attempts_of(message_pk: int) -> tuple[Attempt, ...]:
    """All attempts at sending a letter, the first first."""
    row = OutboxMessage.objects.get(pk=message_pk)
    return tuple(
        Attempt(each.at, AttemptResult(each.result), f"{each.code or ''} {each.text}".strip())
        for each in row.tries.all()
    )


def _entry(message: OutboxMessage, *, in_full: bool, mask: bool) -> OutboxEntry:
    context = message.context if in_full else hidden_from_readers(message.template, message.context)
    letter = compose(message.template, context, language=message.language)
    standing = _standing(message)
    in_trouble = standing in {Standing.FAILED, Standing.WAITING} and message.error
    return OutboxEntry(
        id=message.pk,
        to=_masked(message.to) if mask else message.to,
        about=message.about.partition(":")[2],
        subject=letter.subject,
        body=letter.body,
        standing=standing,
        created_at=message.created_at,
        sent_at=message.sent_at,
        next_attempt_at=message.next_attempt_at,
        answer=message.answer,
        advice=advice_for(message.error) if in_trouble else None,
        possibly_double=message.possibly_double,
        gathered_in=message.gathered_in_id,
    )


def _standing(message: OutboxMessage) -> Standing:
    if message.state != MailState.QUEUED:
        return Standing(message.state)
    if message.claimed_until is not None and message.claimed_until > clock.now():
        return Standing.SENDING
    return Standing.WAITING if message.attempts else Standing.QUEUED


def _masked(address: str) -> str:
    """Enough to see where a letter went wrong: the first letter and the server."""
    name, at, server = address.rpartition("@")
    return f"{name[:1]}•••{at}{server}" if at else "•••"
