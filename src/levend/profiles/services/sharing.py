"""Share a concept with the consortium, and take that back."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.notifications.services import queue_mail
from levend.profiles.models import ConceptShare, SupportProfile
from levend.profiles.queries.colleagues import coordinators_of
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules.together import can_share
from levend.profiles.services.organising import readable


@transaction.atomic
def share_concept(*, actor: Actor, profile_id: int) -> ConceptShare:
    """Let the coordinators of the profile's consortium read the concept as it is at each moment, and remark on it.

    Sharing what is shared changes nothing. Raises `NotFound`, `NotAllowed`, `NotNow` once the text was adopted.
    """
    profile = readable(actor, profile_id)
    can_share(actor, profile, is_adopted=is_adopted(profile_id)).require()
    share = ConceptShare.objects.filter(profile=profile, ended_at=None).first()
    if share is not None:
        return share
    share = ConceptShare.objects.create(
        profile=profile, shared_at=clock.now(), shared_by_id=actor.user_id, shared_by_name=actor.name
    )
    record(
        actor=actor,
        event="concept_shared",
        subject=f"profile:{profile_id}",
        data={"consortium": profile.consortium_id},
    )
    _tell(actor, profile, share)
    return share


@transaction.atomic
def take_back_concept(*, actor: Actor, profile_id: int) -> ConceptShare | None:
    """Let nobody of the consortium read it any more, from now on. What is not shared changes nothing.

    Raises like `share_concept`, but for `NotNow`.
    """
    profile = readable(actor, profile_id)
    can_share(actor, profile, is_adopted=False).require()
    share = ConceptShare.objects.filter(profile=profile, ended_at=None).first()
    if share is None:
        return None
    share.ended_at = clock.now()
    share.ended_by_id = actor.user_id
    share.ended_by_name = actor.name
    share.save(update_fields=["ended_at", "ended_by", "ended_by_name"])
    record(
        actor=actor,
        event="concept_taken_back",
        subject=f"profile:{profile_id}",
        data={"consortium": profile.consortium_id},
    )
    return share


def _tell(actor: Actor, profile: SupportProfile, share: ConceptShare) -> None:
    url = settings.LEVEND_BASE_URL + reverse("shared_concept", args=[profile.location.code])
    for person in coordinators_of(profile):
        queue_mail(
            to=person.email,
            template="concept_shared",
            language=person.language,
            context={"who": actor.name, "school": profile.location.name, "url": url},
            key=f"concept_shared:{share.pk}:{person.id}",
            about=f"location:{profile.location.code}",
        )
