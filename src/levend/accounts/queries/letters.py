"""Letters in the outbox that an actor may see.

The operator sees that every letter goes out, and nothing of whom it is about: addresses are masked, and a whole address
finds its letters. A coordinator sees the letters about the own consortium and its schools, but for those between a
school and who helps it write.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Concat

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.queries.scope import locations_for
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.notifications.models import OutboxMessage
from levend.notifications.queries import attempts_of, entries, kinds_above_school, letters, previews
from levend.notifications.rules import can_send_again
from levend.notifications.values import Attempt, OutboxEntry, Preview
from levend.organisations.models import Consortium


@dataclass(frozen=True)
class LetterPage:
    entry: OutboxEntry
    attempts: tuple[Attempt, ...]
    can_send_again: Decision


def letters_for(actor: Actor, *, standing: str = "", search: str = "") -> QuerySet[OutboxMessage]:
    """Newest first; raises `NotFound` for who follows no mail. In a demo, without a mailbox, everybody reads all."""
    rows = letters(standing=standing)
    if not (settings.LEVEND_ENV == "demo" or rules.can_follow_mail(actor)):
        raise NotFound
    if not _sees_all(actor):
        rows = rows.filter(_about_own(actor), template__in=kinds_above_school())
    if search:
        code = search.upper()
        found = Q(about__in=[f"{kind}:{code}" for kind in PlaceKind])
        found |= Q(to__iexact=search) if _masks(actor) else Q(to__icontains=search)
        rows = rows.filter(found)
    return rows


def shown(actor: Actor, rows: list[OutboxMessage]) -> tuple[OutboxEntry, ...]:
    """What this actor sees of these letters."""
    return entries(rows, in_full=settings.LEVEND_ENV == "demo", mask=_masks(actor))


def letter_for(actor: Actor, letter_id: int) -> LetterPage:
    """One letter with all attempts at sending it. Raises `NotFound`."""
    row = letters_for(actor).filter(pk=letter_id).first()
    if row is None:
        raise NotFound(str(letter_id))
    (entry,) = shown(actor, [row])
    follows = rules.can_follow_mail(actor)
    return LetterPage(entry, attempts_of(row.pk), can_send_again(row) if follows else follows)


def example_letters(actor: Actor, *, language: str) -> tuple[Preview, ...]:
    """Every letter there is, as an example. Raises `NotFound` for who follows no mail."""
    if not (settings.LEVEND_ENV == "demo" or rules.can_follow_mail(actor)):
        raise NotFound
    return previews(language=language)


def _sees_all(actor: Actor) -> bool:
    return settings.LEVEND_ENV == "demo" or actor.is_system or actor.holds(Role.OPERATOR)


def _masks(actor: Actor) -> bool:
    """Addresses belong to people at places that the operator does not look into."""
    return settings.LEVEND_ENV != "demo" and actor.holds(Role.OPERATOR)


def _about_own(actor: Actor) -> Q:
    code = Concat(Value("location:"), "code", output_field=CharField())
    schools = locations_for(actor, Permission.RECEIVE).order_by().values_list(code, flat=True)
    codes = Consortium.objects.filter(pk__in=actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE))
    consortia = [f"consortium:{code}" for code in codes.values_list("code", flat=True).order_by("code")]
    return Q(about__in=schools) | Q(about__in=consortia)
