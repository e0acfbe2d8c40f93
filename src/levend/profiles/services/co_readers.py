"""Links with which somebody reads a concept along without an account."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.notifications.services import queue_mail
from levend.profiles.enums import ReaderKind
from levend.profiles.models import CoReader, SupportProfile
from levend.profiles.models.co_reader import MOST_DAYS
from levend.profiles.queries.links import working_links
from levend.profiles.rules.together import can_organise
from levend.profiles.services.organising import organised, readable

USUAL_DAYS = 14
MOST_LINKS = 100
"""Links to one profile that work at the same time."""


@dataclass(frozen=True)
class InvitedReader:
    """A new link. `url` is nowhere else: what is kept cannot give it back."""

    reader: CoReader
    url: str


@transaction.atomic
def invite_reader(
    *,
    actor: Actor,
    profile_id: int,
    name: str,
    kind: ReaderKind,
    days: int = USUAL_DAYS,
    may_remark: bool = True,
    email: str = "",
) -> InvitedReader:
    """Make a link for a named reader, for at most sixty days; with an address it is sent there, which is not kept.

    Two readers at the same time have two names, so that a form that is sent twice makes one link. Raises `NotFound`,
    `NotAllowed`, `NotNow` once the text was adopted, `Invalid`.
    """
    profile = organised(actor, profile_id)
    name, email = _name(name), _address(email)
    if not 1 <= days <= MOST_DAYS:
        message = _("Kies een aantal dagen van 1 tot en met %(most)d.") % {"most": MOST_DAYS}
        raise Invalid(message, {"days": message})
    working = working_links(profile_id)
    if working.filter(name__iexact=name).exists():
        message = _(
            "Er werkt al een link voor %(name)s. Trek die eerst in, of schrijf erbij wie u nu bedoelt."
        ) % {"name": name}
        raise Invalid(message, {"name": message})
    if working.count() >= MOST_LINKS:
        raise Invalid(_("Er werken al %(most)d links. Trek er eerst een in.") % {"most": MOST_LINKS})
    token = secrets.token_urlsafe(32)
    reader = CoReader.objects.create(
        profile=profile,
        name=name,
        kind=kind,
        may_remark=may_remark,
        token_sha256=sha256_of(token.encode()),
        valid_days=days,
        expires_on=clock.today() + timedelta(days=days),
        created_at=clock.now(),
        created_by_id=actor.user_id,
        created_by_name=actor.name,
    )
    data: dict[str, JsonValue] = {
        "reader": reader.pk,
        "kind": kind.value,
        "days": days,
        "may_remark": may_remark,
    }
    record(actor=actor, event="reader_invited", subject=f"profile:{profile_id}", data=data)
    url = settings.LEVEND_BASE_URL + reverse("read_along", args=[token])
    if email:
        _send(actor, profile, reader, email, url)
    return InvitedReader(reader, url)


@transaction.atomic
def end_reader(*, actor: Actor, reader_id: int) -> CoReader:
    """Take a link back, now. A second time changes nothing; remarks that were placed stay. Raises like `invite_reader`."""
    reader = CoReader.objects.select_for_update(of=("self",)).filter(pk=reader_id).first()
    if reader is None:
        raise NotFound(str(reader_id))
    can_organise(actor, readable(actor, reader.profile_id), is_adopted=False).require()
    if reader.ended_at is None:
        reader.ended_at = clock.now()
        reader.ended_by_id = actor.user_id
        reader.ended_by_name = actor.name
        reader.save(update_fields=["ended_at", "ended_by", "ended_by_name"])
        record(
            actor=actor,
            event="reader_ended",
            subject=f"profile:{reader.profile_id}",
            data={"reader": reader.pk},
        )
    return reader


def mark_link_used(*, actor: Actor) -> bool:
    """Count a day on which the link of this actor was opened; whether it was the first time that day."""
    if actor.grant is None:
        return False
    today = clock.today()
    rows = CoReader.objects.filter(Q(last_used_on=None) | Q(last_used_on__lt=today), pk=actor.grant.link_id)
    return bool(rows.update(days_used=F("days_used") + 1, last_used_on=today))


def _name(text: str) -> str:
    name = " ".join(clean(text).split())
    if not name:
        raise Invalid(_("Schrijf voor wie de link is."), {"name": _("Schrijf voor wie de link is.")})
    if len(name) > 120:
        message = _("Deze naam is te lang. Maak er hoogstens 120 tekens van.")
        raise Invalid(message, {"name": message})
    return name


def _address(email: str) -> str:
    email = email.strip()
    if not email:
        return ""
    try:
        validate_email(email)
    except ValidationError:
        message = _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.")
        raise Invalid(message, {"email": message}) from None
    return email


def _send(actor: Actor, profile: SupportProfile, reader: CoReader, email: str, url: str) -> None:
    queue_mail(
        to=email,
        template="read_along",
        context={
            "reader": reader.name,
            "inviter": actor.name,
            "school": profile.location.name,
            "until": reader.expires_on.isoformat(),
            "url": url,
        },
        key=f"co_reader:{reader.pk}",
        about=f"location:{profile.location.code}",
    )
