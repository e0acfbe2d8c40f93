"""A profile that was handed in, as it will be public: its text, with whose it is and how it came to hold."""

import json
from dataclasses import dataclass

from levend.adoption.queries.in_force import publication_facts
from levend.core.canonical import canonical_json
from levend.documents.values import Document
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_of
from levend.organisations.models import Consortium
from levend.profiles.models import ProfileSnapshot
from levend.publication.models import PublishedVersion
from levend.publication.render.attached import attached
from levend.publication.render.edition import official_edition
from levend.publication.render.full import full_profile_of_body
from levend.publication.values import Edition

LICENCE = {
    "name": "CC BY 4.0",
    "address": "https://creativecommons.org/licenses/by/4.0/deed.nl",
}


@dataclass(frozen=True)
class Official:
    """`body` is the frozen text: canonical JSON with `location` and `answers`."""

    definition: FormatDefinition
    body: str
    edition: Edition


def official(case_id: int) -> Official:
    """What is told of a case that was handed in. Raises `AdoptionCase.DoesNotExist`."""
    facts = publication_facts(case_id)
    snapshot = ProfileSnapshot.objects.select_related("content", "profile__location__school__board").get(
        pk=facts.snapshot_id
    )
    profile = snapshot.profile
    edition = official_edition(
        consortium=Consortium.objects.get(pk=facts.consortium_id),
        school_year=profile.school_year,
        board=profile.location.school.board.name,
        facts=facts,
    )
    return Official(definition_of(profile.format_version_id), snapshot.content.body, edition)


def official_document(case_id: int) -> Document:
    """The document, before typesetting. Raises as above."""
    made = official(case_id)
    return full_profile_of_body(made.definition, made.body, made.edition)


def profile_data(version: PublishedVersion, *, page: str, document: str) -> bytes:
    """A published version as canonical JSON (RFC 8785): what is attached to its document, by the name of the
    attachment, with the address of its dated page and of the document by its hash."""
    made = official(version.adoption.case_id)
    body = json.loads(made.body)
    parts = attached(
        made.definition, location=body["location"], answers=body["answers"], edition=made.edition
    )
    data: dict[str, object] = {part.name.removesuffix(".json"): json.loads(part.data) for part in parts}
    data["page"] = page
    data["document"] = {
        "address": document,
        "media_type": version.full_pdf.media_type,
        "size": version.full_pdf.size,
        "sha256": version.full_pdf.sha256,
    }
    data["licence"] = LICENCE
    return canonical_json(data)
