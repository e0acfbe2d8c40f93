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
from levend.publication.models import PublishedVersion
from levend.publication.render.official import official_document
from levend.publication.services.keeping import PDF, keep, sealed_pdf


def publish(*, actor: Actor, case_id: int) -> PublishedVersion:
    """Make the official document of a received case and publish its version, once per snapshot.

    The version is read from `publish_not_before` on: where the board did not follow the advice the law gives the
    council time before that. Typesetting happens before the transaction, which holds SQLite's one write lock.
    Raises `AdoptionCase.DoesNotExist`.
    """
    if not actor.is_system:
        raise NotAllowed
    facts = publication_facts(case_id)
    published = PublishedVersion.objects.filter(snapshot_id=facts.snapshot_id).first()
    if published is not None:
        return published
    snapshot = ProfileSnapshot.objects.get(pk=facts.snapshot_id)
    data = official_pdf(case_id)
    with transaction.atomic():
        pdf = keep(data, PDF)
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


def official_pdf(case_id: int) -> bytes:
    """The official document of a case that was handed in, as its texts are now; sealed. Raises as `publish` does."""
    return sealed_pdf(official_document(case_id))
