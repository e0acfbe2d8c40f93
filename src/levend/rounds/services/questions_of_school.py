"""A school asks for help: about the content its consortium, about the technique who keeps this website."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.people import operators, people_with
from levend.accounts.queries.scope import location_for
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.notifications.services import queue_mail
from levend.organisations.queries.reach import reach_of
from levend.rounds.enums import HelpKind
from levend.rounds.models import HelpRequest, RoundEntry
from levend.rounds.queries.school import open_rounds_of
from levend.rounds.rules.asking import can_ask_for_help

TEXT_MAX = 4_000
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@transaction.atomic
def ask_for_help(*, actor: Actor, location_code: str, kind: HelpKind, text: str) -> HelpRequest:
    """Send a question of a school to who answers that kind, and keep it. The same question twice on a day is sent once.

    Where the text of the round names an e-mail address, the letter goes there; else a question about the content to who
    receives at the consortium, and one about the technique to the operators. Raises `Invalid`, `NotFound`, `NotAllowed`.
    """
    location = location_for(actor, location_code)
    reach = reach_of(location.pk, clock.today())
    can_ask_for_help(actor, reach).require()
    text = clean(text, max_length=TEXT_MAX)
    if not text:
        message = _("Schrijf uw vraag.")
        raise Invalid(message, {"text": message})
    entry = open_rounds_of([location.pk]).get(location.pk)
    same = HelpRequest.objects.filter(location=location, kind=kind, asked_by_ref=actor.ref, text=text)
    known = same.order_by("-id").first()
    if known is not None and clock.local_date(known.asked_at) == clock.today():
        return known
    named = _named_in(entry, kind)
    people = (
        [(address, "nl") for address in named]
        if named
        else [
            (one.email, one.language)
            for one in (operators() if kind is HelpKind.TECHNIQUE else people_with(Permission.RECEIVE, reach))
        ]
    )
    if not people:
        raise Invalid(_nobody(kind))
    made = HelpRequest.objects.create(
        location=location,
        round=entry.round if entry else None,
        kind=kind,
        text=text,
        addressee=_addressee(entry, kind, has_address=bool(named)),
        asked_at=clock.now(),
        asked_by_ref=actor.ref,
        asked_by_name=actor.name,
    )
    record(
        actor=actor,
        event="help_asked",
        subject=f"location:{location.pk}",
        data={"request": made.pk, "kind": kind.value},
    )
    for number, (email, language) in enumerate(people):
        queue_mail(
            to=email,
            template=f"help_{kind.value}",
            language=language,
            context={
                "who": actor.name,
                "email": actor.email,
                "school": location.name,
                "question": text,
                "url": settings.LEVEND_BASE_URL + reverse("chain", args=[location.code]),
            },
            key=f"help:{made.pk}:{number}",
            about=f"location:{location.code}",
        )
    return made


def _named_in(entry: RoundEntry | None, kind: HelpKind) -> list[str]:
    """The e-mail addresses that the round names for this kind of question; at most three."""
    if entry is None:
        return []
    text = entry.round.ask_about_content if kind is HelpKind.CONTENT else entry.round.ask_about_technique
    found = []
    for address in dict.fromkeys(_ADDRESS.findall(text)):
        try:
            validate_email(address)
        except ValidationError:
            continue
        found.append(address)
    return found[:3]


def _addressee(entry: RoundEntry | None, kind: HelpKind, *, has_address: bool) -> str:
    if has_address and entry is not None:
        return (_("wie de ronde „%(name)s” noemt") % {"name": entry.round.name})[:200]
    if kind is HelpKind.TECHNIQUE:
        return _("de beheerder van deze website")
    return _("het samenwerkingsverband")


def _nobody(kind: HelpKind) -> str:
    if kind is HelpKind.TECHNIQUE:
        return _("Er is nog geen beheerder die antwoordt. Stel de vraag aan uw samenwerkingsverband.")
    return _("Er is nog geen coördinator die antwoordt. Bel uw samenwerkingsverband.")
