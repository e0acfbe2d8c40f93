"""How somebody gets mail, and reminding somebody accordingly.

Only reminders can be switched off. An invitation, a password's link and what the procedure asks of a party (advice,
adoption, what was returned) always go out: the law gives a council and a board their say, and they must know.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor, ActorKind
from levend.accounts.enums import Reminders
from levend.accounts.models import User
from levend.accounts.queries.stop_link import stop_url, user_id_of
from levend.audit.services import record
from levend.core.errors import Invalid, NotFound
from levend.notifications.letters.kinds import STOP
from levend.notifications.services import drop_held, hold_notices, send_held
from levend.notifications.values import Notice


@transaction.atomic
def choose_mail(*, actor: Actor, language: str, reminders: str) -> None:
    """Set one's own language and how one is reminded. Raises `Invalid`, and `NotFound` for who has no account."""
    faults = {}
    if language not in dict(settings.LANGUAGES):
        faults["language"] = _("Kies een van de talen in de lijst.")
    if reminders not in Reminders.values:
        faults["reminders"] = _("Kies een van de mogelijkheden in de lijst.")
    if faults:
        raise Invalid(" ".join(faults.values()), faults)
    _choose(actor, language=language, reminders=Reminders(reminders), way="account")


@transaction.atomic
def choose_by_link(*, token: str, reminders: Reminders) -> None:
    """The same for reminders alone, by the link that stands in one. Raises `NotFound` for a link that is not ours."""
    user = User.objects.get(pk=user_id_of(token))
    actor = Actor(ActorKind.USER, user_id=user.pk, name=user.name, email=user.email)
    _choose(actor, language=user.language, reminders=reminders, way="link")


@transaction.atomic
def remind(*, person: User, notices: Sequence[Notice]) -> int:
    """Tell somebody these things in the way that they want; return how many are new.

    The address where reminders are switched off is added to each. A notice whose key was there before is not told
    again, also not after the wish changed.
    """
    stop = stop_url(person.pk)
    given = [replace(notice, context={**notice.context, STOP: stop}) for notice in notices]
    wanted = person.reminders != Reminders.NONE
    new = hold_notices(to=person.email, language=person.language, notices=given, wanted=wanted)
    if person.reminders == Reminders.DIRECT:
        send_held(to=person.email, language=person.language)
    return new


@transaction.atomic
def send_weekly() -> int:
    """Send everybody who wants one letter a week theirs; return how many notices went along."""
    people = User.objects.filter(reminders=Reminders.WEEKLY, is_active=True).order_by("pk")
    return sum(send_held(to=person.email, language=person.language) for person in people)


def _choose(actor: Actor, *, language: str, reminders: Reminders, way: str) -> None:
    user = User.objects.select_for_update().filter(pk=actor.user_id or 0).first()
    if user is None:
        raise NotFound
    if (user.language, user.reminders) == (language, reminders):
        return
    user.language, user.reminders = language, reminders
    user.save(update_fields=["language", "reminders"])
    if reminders is Reminders.NONE:
        drop_held(to=user.email)
    elif reminders is Reminders.DIRECT:
        send_held(to=user.email, language=language)
    record(
        actor=actor,
        event="mail_chosen",
        subject=f"user:{user.pk}",
        data={"language": language, "reminders": reminders.value, "way": way},
    )
