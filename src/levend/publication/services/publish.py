"""Publishing what the consortium received."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.adoption.models import Adoption
from levend.adoption.queries.in_force import publication_facts
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotAllowed
from levend.jobs.events import emit
from levend.profiles.models import ProfileSnapshot
from levend.publication.models import OfficialDocument, PublishedVersion
from levend.publication.services.make_official import make_official


def publish(*, actor: Actor, case_id: int) -> PublishedVersion:
    """Publish the version of a received case, once per snapshot, with the document that was made when it was handed in.

    The version is read from `publish_not_before` on: where the board did not follow the advice the law gives the
    council time before that. A document that is not there yet is made first. Raises as `make_official` does.
    """
    if not actor.is_system:
        raise NotAllowed
    facts = publication_facts(case_id)
    published = PublishedVersion.objects.filter(snapshot_id=facts.snapshot_id).first()
    if published is not None:
        return published
    snapshot = ProfileSnapshot.objects.get(pk=facts.snapshot_id)
    document = make_official(actor=actor, case_id=case_id)
    with transaction.atomic():
        kept = OfficialDocument.objects.select_for_update(of=("self",)).select_related("pdf")
        pdf = kept.get(pk=document.pk).pdf  # erasing may have put another in its place
        version, created = PublishedVersion.objects.get_or_create(
            snapshot=snapshot,
            defaults={
                "location_id": facts.location_id,
                "consortium_id": facts.consortium_id,
                "adoption": Adoption.objects.filter(snapshot=snapshot).latest("id"),
                "sha256": facts.sha256,
                "publish_from": facts.publish_not_before,
                "published_at": clock.now(),
                "full_pdf": pdf,
            },
        )
        if created:
            record(
                actor=actor,
                event="profile_published",
                subject=f"profile:{facts.profile_id}",
                data={"snapshot": facts.snapshot_id, "sha256": facts.sha256, "pdf": pdf.sha256},
            )
            emit("version_published", location_id=version.location_id)
    return version
