"""Asking that a passage is erased."""

from collections.abc import Iterable
from secrets import token_hex

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.audit.models import Erasure
from levend.audit.queries.erasures import open_erasure
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotNow
from levend.core.plaintext import clean
from levend.notifications.services import queue_mail
from levend.organisations.models import Location
from levend.organisations.values import LocationReach
from levend.publication.queries.erasures import (
    erasable,
    letters_of,
    passage_from,
    places_of,
    subject_of,
)

WHY_MAX = 2_000


@transaction.atomic
def ask_erasure(*, actor: Actor, code: str, passage: str, why: str, paper_ids: Iterable[int] = ()) -> Erasure:
    """Ask to erase a passage from all profiles of a location, and to take these registered letters away as a whole.

    Nothing changes until another person confirms; the board is told. One at a time per location; asking the same
    again changes nothing. Raises `NotFound`, `NotAllowed`, `NotNow` while another one waits, and `Invalid` for what is
    no passage, for one that stands nowhere while no letter was chosen, and without a reason.
    """
    location, reach = erasable(actor, code)
    Location.objects.select_for_update(of=("self",)).get(pk=location.pk)  # one at a time
    passage = passage_from(passage)
    why = clean(why, max_length=WHY_MAX)
    papers = sorted({letter.id for letter in letters_of(location)} & set(paper_ids))
    _check(location, passage, why, papers)
    waiting = open_erasure(subject_of(location))
    if waiting is not None:
        if (waiting.asked_by_ref, waiting.passage) == (actor.ref, passage):
            return waiting
        raise NotNow(_("Er wacht al een vraag om te wissen. Bevestig die of trek die eerst in."))
    erasure = Erasure.objects.create(
        reference=token_hex(16),
        subject=subject_of(location),
        passage=passage,
        why=why,
        papers=papers,
        asked_at=clock.now(),
        asked_by_ref=actor.ref,
        asked_by_name=actor.name,
    )
    record(
        actor=actor,
        event="erasure_asked",
        subject=erasure.subject,
        data={"erasure": erasure.pk, "letters": list(papers)},
    )
    _tell(erasure, location, reach, actor)
    return erasure


def _check(location: Location, passage: str, why: str, papers: list[int]) -> None:
    fields = {}
    if not why:
        fields["why"] = _("Schrijf waarom dit gewist moet worden. Noem de naam zelf daarbij niet.")
    if not papers and not places_of(location, passage):
        fields["passage"] = _(
            "Deze woorden staan nergens in de profielen van deze school. Kijk of u ze goed schreef."
        )
    if fields:
        raise Invalid(_("Wij kunnen dit zo niet wissen."), fields)


def _tell(erasure: Erasure, location: Location, reach: LocationReach, actor: Actor) -> None:
    for person in people_with(Permission.CONFIRM_ERASURE, reach):
        if person.pk != actor.user_id:
            queue_mail(
                to=person.email,
                template="turn",
                language=person.language,
                context={
                    "step": _("bevestigen dat persoonsgegevens gewist worden"),
                    "school": location.name,
                    "url": settings.LEVEND_BASE_URL + reverse("erasing", args=[location.code]),
                },
                key=f"erasure:{erasure.pk}:{person.pk}",
                about=f"location:{location.code}",
            )
