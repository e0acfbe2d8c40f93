"""The document of a text that lies with the council or the board."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.adoption.queries.unchanged import unchanged_year
from levend.core import clock
from levend.core.errors import NotAllowed
from levend.formats.queries import definition_of
from levend.profiles.models import FrozenContent
from levend.publication.models import ConceptDocument
from levend.publication.render.edition import concept_edition
from levend.publication.render.full import full_profile_of_body
from levend.publication.services.keeping import PDF, keep, sealed_pdf


def make_concept(*, actor: Actor, profile_id: int, sha256: str) -> ConceptDocument:
    """Make the *concept* of a frozen text, once.

    Typesetting happens before the transaction, which holds SQLite's one write lock. Raises
    `FrozenContent.DoesNotExist`.
    """
    if not actor.is_system:
        raise NotAllowed
    made = ConceptDocument.objects.filter(profile_id=profile_id, sha256=sha256).first()
    if made is not None:
        return made
    content = FrozenContent.objects.select_related("profile__consortium").get(
        profile_id=profile_id, sha256=sha256
    )
    profile = content.profile
    edition = concept_edition(
        consortium=profile.consortium,
        school_year=profile.school_year,
        on=clock.local_date(content.frozen_at),
        sha256=sha256,
        unchanged_year=unchanged_year(profile_id, sha256),
    )
    document = full_profile_of_body(definition_of(profile.format_version_id), content.body, edition)
    data = sealed_pdf(document)
    with transaction.atomic():
        pdf = keep(data, PDF)
        concept, _created = ConceptDocument.objects.get_or_create(
            profile_id=profile_id, sha256=sha256, defaults={"pdf": pdf, "made_at": clock.now()}
        )
    return concept
