"""The differences between a text that lies with the council and the version in force, as a document."""

import json

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from levend.accounts.actor import Actor
from levend.adoption.queries import in_force
from levend.core import clock
from levend.core.errors import NotAllowed
from levend.formats.queries import definition_of
from levend.profiles.models import FrozenContent
from levend.publication.engine.projection import public_projection
from levend.publication.engine.what_changed import Side
from levend.publication.models import ChangesDocument
from levend.publication.render.changes import changes_document
from levend.publication.render.edition import concept_edition
from levend.publication.render.words import long_date, with_type_in_words
from levend.publication.services.keeping import PDF, keep, sealed_pdf


def make_changes(*, actor: Actor, profile_id: int, sha256: str) -> ChangesDocument | None:
    """Make the document once, from the public projection of both texts; None where nothing is in force yet.

    Typesetting happens before the transaction, which holds SQLite's one write lock. Raises
    `FrozenContent.DoesNotExist`.
    """
    if not actor.is_system:
        raise NotAllowed
    content = FrozenContent.objects.select_related("profile__consortium").get(
        profile_id=profile_id, sha256=sha256
    )
    profile = content.profile
    former = in_force(profile.location_id, clock.today())
    if former is None or former.snapshot.sha256 == sha256:
        return None
    before_sha256 = former.snapshot.sha256
    made = ChangesDocument.objects.filter(profile_id=profile_id, before_sha256=before_sha256, sha256=sha256)
    known = made.first()
    if known is not None:
        return known
    edition = concept_edition(
        consortium=profile.consortium,
        school_year=profile.school_year,
        on=clock.local_date(content.frozen_at),
        sha256=sha256,
    )
    with override(edition.language):
        since = _("het profiel van %(year)s, vastgesteld op %(day)s") % {
            "year": former.case.profile.school_year.replace("-", "–"),
            "day": long_date(former.adopted_on),
        }
    then = _side(former.snapshot.content, former.case.profile.format_version_id)
    now = _side(content, profile.format_version_id)
    location = with_type_in_words(json.loads(content.body)["location"])
    data = sealed_pdf(changes_document(then, now, location=location, edition=edition, since=since))
    with transaction.atomic():
        document, _created = ChangesDocument.objects.get_or_create(
            profile_id=profile_id,
            before_sha256=before_sha256,
            sha256=sha256,
            defaults={"pdf": keep(data, PDF), "made_at": clock.now()},
        )
    return document


def _side(content: FrozenContent, version_id: int) -> Side:
    """A frozen text as everybody may read it."""
    definition, body = definition_of(version_id), json.loads(content.body)
    public = public_projection(definition, location=body["location"], answers=body["answers"])
    return Side(definition, public.answers, public.asked)
